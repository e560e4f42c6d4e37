using System.CommandLine;
using System.Text.Json;
using Overflight.Cli.Running;
using Overflight.Cli.Video;
using Overflight.Misb.Ts;

namespace Overflight.Cli.Verbs;

/// <summary><c>video</c>: the metadata of motion imagery.</summary>
internal static class VideoVerb
{
    public static Command Create() => new("video", "Metadata of motion imagery: transport streams (STANAG 4609) and bare KLV (MISB).")
    {
        Klv(), Info(), VideoFootprintsVerb.Create(), VideoDiagnoseVerb.Create(), Remux(), VideoMuxVerb.Create(),
    };

    private static Command Klv()
    {
        var file = new Argument<string>("FILE") { Description = "a transport stream or bare KLV; - reads standard input; udp://, rtp:// and rtp+klv:// with [GROUP@]HOST:PORT listen to the network" };
        var format = new Option<string>("--format") { Description = "jsonl: an object a packet; csv: a row an item", DefaultValueFactory = _ => "jsonl" };
        format.AcceptOnlyFromAmong("jsonl", "csv");
        var output = new Option<string?>("--out") { Description = "write to this file" };
        var command = new Command("klv", "Every KLV packet, decoded, in order: items with value, unit and bytes, and what is wrong with them.") { file, format, output };
        var live = new LiveOptions("KLV packets");
        live.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() => Packets(parsed.GetValue(file)!, parsed.GetValue(format)!, parsed.GetValue(output), live.Of(parsed.GetValue(file)!, parsed, cancellation)), CancellationToken.None));
        return command.WithExamples(
            "overflight video klv flight.ts",
            "overflight video klv flight.klv --format csv --out items.csv",
            "overflight video klv udp://239.1.2.3@192.0.2.10:5000 --for 60");
    }

    private static Command Info()
    {
        var file = new Argument<string>("FILE") { Description = "a transport stream or bare KLV; - reads standard input; udp://, rtp:// and rtp+klv:// with [GROUP@]HOST:PORT listen to the network" };
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("info", "What a file holds: programmes, streams, sets, checksums, faults.") { file, format };
        var live = new LiveOptions("KLV packets");
        live.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() => Sums(parsed.GetValue(file)!, parsed.GetValue(format) == "json", live.Of(parsed.GetValue(file)!, parsed, cancellation)), CancellationToken.None));
        return command.WithExamples(
            "overflight video info flight.ts",
            "overflight video info flight.klv --format json");
    }

    private static Command Remux()
    {
        var file = new Argument<string>("FILE") { Description = "a transport stream; - reads standard input; udp:// and rtp:// with [GROUP@]HOST:PORT listen to the network" };
        var output = new Option<string>("--out") { Description = "the copy: a file, which appears when it is whole, or udp://HOST:PORT or rtp://HOST:PORT, in real time", Required = true };
        var keep = new Option<string?>("--keep") { Description = "only these streams: PIDs, comma-separated; all otherwise" };
        var command = new Command("remux", "Copy a transport stream packet by packet, in packets of 188 bytes: PIDs, times, clocks and the carriage of KLV stay as they are.") { file, output, keep };
        var live = new LiveOptions("packets of the stream");
        live.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.Run(() => Copy(parsed.GetValue(file)!, parsed.GetValue(output)!, parsed.GetValue(keep), live.Of(parsed.GetValue(file)!, parsed, cancellation), cancellation), CancellationToken.None));
        return command.WithExamples(
            "overflight video remux flight.ts --out clean.ts",
            "overflight video remux flight.ts --keep 257 --out metadata.ts",
            "overflight video remux flight.ts --out rtp://239.1.2.3:5000");
    }

    private static int Copy(string path, string output, string? keep, LiveLimits? live, CancellationToken cancellation)
    {
        using var limits = live;
        if (live is not null && NetworkAddress.Of(path)!.Scheme == NetworkAddress.KlvInRtp)
            throw new UserError($"{path}: holds no transport stream to copy; \"video klv\" reads KLV in RTP");
        var pids = keep is null ? null : PidsOf(keep);
        if (path != "-" && live is null && Path.GetFullPath(path) == Path.GetFullPath(output))
            throw new UserError("--out is the file that is read; give another name");
        using var target = VideoOutput.Open(output, isPaced: live is null, cancellation);
        using var counting = new CountingStream(target.Stream, live);
        var remuxer = new TsRemuxer(counting, new TsRemuxOptions { Keeps = pids is null ? null : (_, stream) => pids.Contains(stream.Pid) });
        if (live is not null)
            LiveInput.Listen(path, NetworkAddress.Of(path)!, receiver => receiver.Read(remuxer, live.Stop));
        else
        {
            using var input = VideoInput.Open(path);
            remuxer.Read(input);
        }
        if (remuxer.Statistics.Packets == 0)
            throw new UserError($"{path}: holds no transport stream", ExitCode.InputUnreadable);
        target.Commit();
        foreach (var kind in Enum.GetValues<TsFaultKind>().Where(k => remuxer.Statistics.Faults(k) > 0))
            Console.Error.WriteLine($"overflight: {path}: {remuxer.Statistics.Faults(kind)} faults of the stream, {kind}");
        return remuxer.Statistics.SkippedBytes == 0 || live is not null ? ExitCode.Done : ExitCode.InputUnreadable;
    }

    private static HashSet<int> PidsOf(string text)
    {
        var pids = new HashSet<int>();
        foreach (var word in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            pids.Add(int.TryParse(word, System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var pid) && pid is >= 16 and <= 8190
                ? pid
                : throw new UserError($"--keep \"{word}\" is no PID: give numbers from 16 to 8190, comma-separated"));
        return pids;
    }

    private static void Read(KlvFile file, string path, LiveLimits? live)
    {
        if (live is null)
            file.Read(path);
        else
            file.Listen(path, live);
    }

    private static int Packets(string path, string format, string? output, LiveLimits? live)
    {
        using var limits = live;
        using var target = new OutputTarget(output);
        KlvFile file;
        if (format == "csv")
        {
            using var table = new KlvTable(target.Stream);
            file = new KlvFile(table);
            Read(file, path, live);
        }
        else
        {
            using var lines = new KlvLines(target.Stream, isLive: live is not null);
            file = new KlvFile(lines);
            Read(file, path, live);
        }
        target.Commit();
        foreach (var (kind, count) in file.Faults)
            Console.Error.WriteLine($"overflight: {path}: {count} faults of the stream, {kind}");
        return file.IsWhole ? ExitCode.Done : ExitCode.InputUnreadable;
    }

    private static int Sums(string path, bool asJson, LiveLimits? live)
    {
        using var limits = live;
        var sums = new KlvSums();
        var file = new KlvFile(sums);
        Read(file, path, live);
        if (asJson)
            Write(file, sums);
        else
            Tell(path, file, sums);
        return file.IsWhole ? ExitCode.Done : ExitCode.InputUnreadable;
    }

    private static void Tell(string path, KlvFile file, KlvSums sums)
    {
        Console.WriteLine(file.IsTransportStream ? $"{path}: a transport stream, packets {file.FrameBytes} bytes apart" : $"{path}: bare KLV");
        foreach (var program in file.Programs.Values)
        {
            Console.WriteLine($"  programme {program.Number}, map on PID {program.MapPid}, clock on PID {program.ClockPid}");
            foreach (var stream in program.Streams)
                Console.WriteLine($"    PID {stream.Pid,-5} type 0x{stream.StreamType:x2}  {What(stream, file)}");
        }
        if (file.StampedPictures > 0)
            Console.WriteLine($"  {file.StampedPictures} pictures carry a time stamp (ST 0604)");
        Console.WriteLine(sums.Packets == 0 ? "  no KLV packet" : $"  {sums.Packets} KLV packets with {sums.Items} items: {Join(sums.Sets)}; checksums {Join(sums.Checksums).ToLowerInvariant()}");
        if (sums.Problems.Count > 0)
            Console.WriteLine($"  problems: {Join(sums.Problems)}");
        if (file.Faults.Count > 0)
            Console.WriteLine($"  faults of the stream: {Join(file.Faults)}");
    }

    private static string What(TsStreamInfo stream, KlvFile file) => stream.IsVideo ? "video"
        : stream.Carriage == KlvCarriage.None ? "other"
        : $"KLV, {stream.Carriage.ToString().ToLowerInvariant()}, {(file.Units.TryGetValue(stream.Pid, out var units) ? $"{units} units" : "declared, but empty")}";

    private static string Join<T>(SortedDictionary<T, long> counts)
        where T : notnull => string.Join(", ", counts.Select(c => $"{c.Value} {c.Key}"));

    private static void Write(KlvFile file, KlvSums sums)
    {
        using var stream = Console.OpenStandardOutput();
        using (var json = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("container", file.IsTransportStream ? "mpeg-ts" : "klv");
            json.WriteStartArray("programs");
            foreach (var program in file.Programs.Values)
            {
                json.WriteStartObject();
                json.WriteNumber("number", program.Number);
                json.WriteNumber("mapPid", program.MapPid);
                json.WriteNumber("clockPid", program.ClockPid);
                json.WriteStartArray("streams");
                foreach (var info in program.Streams)
                {
                    json.WriteStartObject();
                    json.WriteNumber("pid", info.Pid);
                    json.WriteNumber("streamType", info.StreamType);
                    json.WriteString("carriage", info.Carriage.ToString().ToLowerInvariant());
                    json.WriteNumber("klvUnits", file.Units.GetValueOrDefault(info.Pid));
                    json.WriteEndObject();
                }
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteNumber("stampedPictures", file.StampedPictures);
            json.WriteNumber("packets", sums.Packets);
            json.WriteNumber("items", sums.Items);
            Counts(json, "sets", sums.Sets);
            Counts(json, "checksums", sums.Checksums);
            Counts(json, "problems", sums.Problems);
            Counts(json, "faults", file.Faults);
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    private static void Counts<T>(Utf8JsonWriter json, string name, SortedDictionary<T, long> counts)
        where T : notnull
    {
        json.WriteStartObject(name);
        foreach (var (what, count) in counts)
            json.WriteNumber(what.ToString()!, count);
        json.WriteEndObject();
    }
}
