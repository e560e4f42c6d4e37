using System.CommandLine;
using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Cli.Running;
using Overflight.Cli.Video.Footprints;
using Overflight.Dossiers;
using Overflight.Dossiers.Evidence;
using Overflight.Feeds;
using Overflight.Feeds.ModeS;
using Overflight.Patterns;
using Overflight.Patterns.Score;
using Overflight.Patterns.Silence;

namespace Overflight.Cli.Verbs;

/// <summary><c>analyze</c>: the main job, from recorded tracks to verdicts.</summary>
internal static class AnalyzeVerb
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "files or folders; - reads standard input", Arity = ArgumentArity.OneOrMore };
        var airspace = new Option<string?>("--airspace") { Description = "judge these only: ISO codes or zone names, comma-separated; otherwise every State concerned" };
        var maxSpeed = new Option<double?>("--max-speed") { Description = "greatest ground speed allowed, knots; otherwise from aircraft type and wind, or as observed" };
        var near = new Option<double>("--near") { Description = "also report States that a fix came this near, km", DefaultValueFactory = _ => 50 };
        var zones = new Option<string[]>("--zones") { Description = "a file of zones to judge as well (GeoJSON or OpenAir)", AllowMultipleArgumentsPerToken = false };
        var format = new Option<string>("--format") { Description = "text, json, geojson, kml, csv or html", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json", "geojson", "kml", "csv", "html");
        var output = new Option<string?>("--out") { Description = "write to this file; for html, a folder (ending in /) gets a page for each flight" };
        var jobs = new Option<int>("--jobs") { Description = "inputs read at once", DefaultValueFactory = _ => Environment.ProcessorCount };
        var buffer = new Option<int>("--buffer") { Description = "fixes held in memory at most while reading one input, about 200 bytes each; an aircraft longest unheard is handed on early beyond that", DefaultValueFactory = _ => 5_000_000 };
        var evidence = new Option<bool>("--evidence") { Description = "print the raw messages behind the fixes that decide (recordings of Mode S messages; text and json)" };
        var gaps = new Option<bool>("--gaps") { Description = "learn from all inputs who is heard where and when, and say of each silence whether it stands out; reads them twice" };
        var score = new Option<string?>("--score") { Description = "how much each aircraft's flights look like surveillance: behaviour, or usa (with the codes reserved there, and the type)" };
        score.AcceptOnlyFromAmong("behaviour", "usa");
        var video = new Option<string[]>("--video") { Description = "a recording of a sensor on board (transport stream or bare KLV): what it looked at takes over from what the flight suggests", AllowMultipleArgumentsPerToken = false };
        var reach = new ReachOptions();
        var reading = new ReadingOptions();
        var command = new Command("analyze", "For each flight in recorded tracks: entered, did not enter, or cannot be ruled out, for every State concerned.")
        {
            paths, airspace, maxSpeed, near, zones, format, output, jobs, buffer, evidence, gaps, score, video,
        };
        reach.AddTo(command);
        reading.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed.GetValue(paths)!,
            new Request(
                parsed.GetValue(airspace), parsed.GetValue(maxSpeed), parsed.GetValue(near), parsed.GetValue(zones) ?? [],
                parsed.GetValue(format)!, parsed.GetValue(output), parsed.GetValue(jobs), parsed.GetValue(evidence), parsed.GetValue(gaps), parsed.GetValue(score), parsed.GetValue(video) ?? [], reach.Read(parsed),
                reading.Read(parsed) with { MaximumBufferedFixes = parsed.GetValue(buffer) }, reading.Words(parsed)),
            cancellation)));
        return command.WithExamples(
            "overflight analyze trace_full_ac671b.json.gz",
            "overflight analyze recordings/ --airspace MEX,USA --format json --out verdicts.json",
            "overflight analyze flight.csv --max-speed 250 --format html --out dossier.html",
            "overflight analyze recording.beast --start 2024-06-06T08:58:39Z --evidence",
            "overflight analyze day/ --gaps --airspace MEX",
            "overflight analyze week/ --score behaviour",
            "overflight analyze patrol.json.gz --airspace FRA --reach --sensor-range 60 --terrain srtm/ --format html --out dossier.html",
            "overflight analyze patrol.json.gz --video patrol.ts",
            "overflight analyze radar.pcap --radar 25/12=43.571,16.406,780",
            "zcat flight.json.gz | overflight analyze -");
    }

    private sealed record Request(string? Airspace, double? MaxSpeed, double NearKilometres, string[] Zones, string Format, string? Output, int Jobs, bool Evidence, bool Gaps, string? Score, string[] Video, ReachRequest? Reach,
        ReadOptions Reading, IReadOnlyList<string> ReadingWords)
    {
        /// <summary>What was asked for besides verdicts, as on the command line.</summary>
        public IEnumerable<string> Words =>
        [
            .. Gaps ? (string[])["--gaps"] : [],
            .. Score is { } score ? (string[])["--score", score] : [],
            .. Video.SelectMany(v => (string[])["--video", v]),
            .. Reach?.Words ?? [],
        ];
    }

    private static SurveillanceModel? Model(string? score) => score switch
    {
        null => null,
        "usa" => SurveillanceScorer.UnitedStates,
        _ => SurveillanceScorer.Behaviour,
    };

    private static int Run(string[] paths, Request request, CancellationToken cancellation)
    {
        if (request.MaxSpeed is { } speed && !(speed is > 0 and <= 100_000))
            throw new UserError("--max-speed takes knots, more than 0");
        if (!(request.NearKilometres >= 0))
            throw new UserError("--near takes kilometres, 0 or more");
        if (request.Jobs < 1)
            throw new UserError("--jobs takes a whole number from 1");
        if (request.Reading.MaximumBufferedFixes < 1_000)
            throw new UserError("--buffer takes a number of fixes from 1000");
        if (request.Evidence && request.Format is not ("text" or "json"))
            throw new UserError("--evidence goes with --format text or json");
        var index = BoundaryFile.Open();
        var regions = WantedRegions.Of(index, request.Airspace, request.Zones);
        var analyzer = new FlightAnalyzer(index, new AnalyzerOptions { Regions = regions.Only, AlsoRegions = regions.Also, MaxSpeedKnots = request.MaxSpeed, NearMetres = request.NearKilometres * 1000 });
        var files = TrackFile.Expand(paths).ToArray();
        if (request.Gaps && files.Contains(TrackFile.StandardInput))
            throw new UserError("--gaps reads the inputs twice, and standard input can be read only once; put it into a file");
        var gaps = request.Gaps ? new GapFinder(CoverageRun.Learn(files, request.Reading, request.Jobs, cancellation), index) : null;
        var run = new AnalysisRun(new FlightExaminer(analyzer) { Gaps = gaps, Surveillance = Model(request.Score), Looks = [.. request.Video.Select(VideoLooks.Read)] }, request.Reading, request.Jobs);
        FrameSource? frames = request.Evidence
            ? (input, records) => input == TrackFile.StandardInput ? [] : ModeSFile.Frames(input, records, request.Reading, cancellation)
            : null;
        var reach = request.Reach is null ? null : new FlightReach(index, regions, request.Reach, withOutline: request.Format is "html" or "geojson" or "kml");
        using var writers = WriterChoice.Open(request.Format, request.Output, index, frames, reach is null ? null : reach.Of);
        writers.Writer.Begin(new AnalysisHeader(ProgramVersion.Text, CommandLineText.Of("analyze", paths, request.Airspace, request.MaxSpeed, request.Zones, [.. request.Words, .. request.ReadingWords]), index.Sources));
        run.Run(files, writers.Writer, cancellation);
        writers.Writer.Finish();
        writers.Commit();
        return run.IsComplete && reach?.TellProblems() != false ? ExitCode.Done : ExitCode.InputUnreadable;
    }
}
