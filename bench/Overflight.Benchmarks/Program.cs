using System.Globalization;
using Overflight.Airspace;
using Overflight.Benchmarks;

var arguments = args.ToList();
var points = Option("--points", 5_000_000);
var pack = Text("--pack", "artifacts/boundaries/overflight-boundaries.pack");
var modules = Text("--sources", "data/boundaries/node_modules");
var work = Directory.CreateDirectory(Text("--work", "artifacts/bench")).FullName;
var recording = Text("--frames", Path.Combine(Environment.GetEnvironmentVariable("OVERFLIGHT_DATA") ?? "../shared/data", "modes/traffic_tutorial_71939_frames.jsonl.gz"));
var command = arguments.FirstOrDefault() ?? "all";
if (command is VideoBenchmark.ReadCommand)
    return VideoBenchmark.Read(arguments[1], arguments[2] == "deep");
if (command is "archive-ingest" or "archive-copy" or "archive-query")
{
    var archive = Path.Combine(work, "archive-day");
    if (command is "archive-ingest")
        ArchiveDayBenchmark.Ingest(AirspaceIndex.Open(pack), archive, Text("--recorded", "../shared/data/tracks"), Option("--fixes", 60_000_000));
    else if (command is "archive-copy")
        ArchiveDayBenchmark.WriteCopy(archive);
    else
        ArchiveDayBenchmark.Query(AirspaceIndex.Open(pack), archive, Path.Combine(work, "archive-day-plain.parquet"), Path.Combine(work, "archive-day-answer.csv"));
    return 0;
}
if (command is "archive-area")
{
    ArchiveDayBenchmark.WriteArea(AirspaceIndex.Open(pack), modules);
    return 0;
}
if (command is not ("all" or "locate" or "edges" or "verdicts" or "distance" or "open" or "live" or "export" or "decode" or "patterns" or "reach" or "video" or "video-klv" or "video-demux" or "video-memory" or "record" or "lists" or "rules" or "mavlink"))
{
    Console.Error.WriteLine("usage: bench/run [all|locate|edges|verdicts|distance|open|live|export|decode|patterns|reach|video|video-klv|video-demux|video-memory|record|lists|rules|mavlink] [--points N] [--sources NODE_MODULES] [--pack FILE] [--work DIR] [--frames FILE]");
    return 2;
}
if (command is "decode")
{
    DecodeBenchmark.Run(recording, work);
    return 0;
}
if (command is "video-demux")
{
    VideoDemuxBenchmark.Run(Text("--video", Path.Combine(Environment.GetEnvironmentVariable("OVERFLIGHT_DATA") ?? "../shared/data", "video/osh_sample.ts")), work);
    return 0;
}
if (command is "video-memory")
{
    VideoMemoryBenchmark.Run(Path.GetFullPath(Text("--recordings", Path.Combine(Environment.GetEnvironmentVariable("OVERFLIGHT_DATA") ?? "../shared/data", "video"))));
    return 0;
}
if (command is "video")
{
    VideoBenchmark.Run(Text("--video", Path.Combine(Environment.GetEnvironmentVariable("OVERFLIGHT_DATA") ?? "../shared/data", "video/osh_sample.ts")), work);
    VideoKlvBenchmark.Run(Text("--klv", Path.Combine(Environment.GetEnvironmentVariable("OVERFLIGHT_DATA") ?? "../shared/data", "video/Truck.klv")));
    return 0;
}
if (command is "mavlink")
{
    MavlinkBenchmark.Run(work);
    return 0;
}
if (command is "rules")
{
    RulesBenchmark.Run(AirspaceIndex.Open(pack), Text("--papers", "data/lantern/papers"));
    return 0;
}
if (command is "record")
{
    RecordBenchmark.Run(work);
    return 0;
}
if (command is "lists")
{
    ListsBenchmark.Run(Text("--lists", Path.Combine(Environment.GetEnvironmentVariable("OVERFLIGHT_DATA") ?? "../shared/data", "designations")));
    return 0;
}
if (command is "patterns")
{
    PatternsBenchmark.Run(Text("--recorded", "../shared/data/tracks"));
    return 0;
}
if (command is "video-klv")
{
    VideoKlvBenchmark.Run(Text("--klv", Path.Combine(Environment.GetEnvironmentVariable("OVERFLIGHT_DATA") ?? "../shared/data", "video/Truck.klv")));
    return 0;
}
var index = AirspaceIndex.Open(pack);
if (command is "export")
    LocateBenchmark.Export(index, modules, work, points);
if (command is "all" or "locate")
    for (var set = 0; set < 2; set++)
        LocateBenchmark.Run(index, modules, work, set, points, onEdges: false);
if (command is "all" or "edges")
    for (var set = 0; set < 2; set++)
        LocateBenchmark.Run(index, modules, work, set, Math.Min(points, 1_000_000), onEdges: true);
if (command is "all" or "verdicts")
    VerdictBenchmark.Run(index);
if (command is "all" or "distance")
    DistanceBenchmark.Run(index);
if (command is "live")
    LiveBenchmark.Run(index, Text("--program", "artifacts/cli/overflight"), Option("--aircraft", 100_000), Option("--rate", 50_000), Option("--seconds", 30));
if (command is "all" or "reach")
    ReachBenchmark.Run(index);
if (command is "all" or "open")
    OpenBenchmark.Run(pack);
return 0;

int Option(string name, int otherwise) => int.Parse(Text(name, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);

string Text(string name, string otherwise)
{
    var at = arguments.IndexOf(name);
    if (at < 0 || at + 1 == arguments.Count)
        return otherwise;
    var value = arguments[at + 1];
    arguments.RemoveRange(at, 2);
    return value;
}
