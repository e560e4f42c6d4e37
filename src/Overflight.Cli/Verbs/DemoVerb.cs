using System.CommandLine;
using Overflight.Airspace.Verdicts;
using Overflight.Cli.Demo;
using Overflight.Cli.Running;
using Overflight.Cli.Video.Footprints;
using Overflight.Dossiers;
using Overflight.Feeds;
using Overflight.Patterns;
using Overflight.Patterns.Integrity;

namespace Overflight.Cli.Verbs;

/// <summary><c>demo</c>: Exercise LANTERN, from made tracks through the real code to verdicts and dossiers.</summary>
internal static class DemoVerb
{
    public static Command Create()
    {
        var output = new Option<string>("--out") { Description = "folder for the tracks and dossiers", DefaultValueFactory = _ => "lantern" };
        var headless = new Option<bool>("--headless") { Description = "print the summary and write the files, show nothing" };
        var format = new Option<string>("--format") { Description = "text or json", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("demo", "Exercise LANTERN: three invented flights over real geography, judged by the same code as any recording.")
        {
            output, headless, format,
        };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed.GetValue(output)!, parsed.GetValue(format) == "json", cancellation)));
        return command.WithExamples(
            "overflight demo",
            "overflight demo --out /tmp/lantern --headless");
    }

    private static int Run(string folder, bool asJson, CancellationToken cancellation)
    {
        // Machines get the analysis alone; people the story around it.
        var story = asJson ? TextWriter.Null : Console.Out;
        story.WriteLine("Exercise LANTERN. This is an exercise: real geography and boundaries, invented flights.");
        story.WriteLine();
        var index = BoundaryFile.Open();
        var tracks = Path.Combine(folder, "tracks");
        Directory.CreateDirectory(tracks);
        var files = new List<string>();
        foreach (var flight in Lantern.Flights)
        {
            var file = Path.Combine(tracks, flight.Name.ToLowerInvariant().Replace(' ', '-') + ".csv");
            File.WriteAllText(file, flight.ToCsv());
            files.Add(file);
        }
        var video = Path.Combine(folder, "video", "lantern-1.klv");
        Directory.CreateDirectory(Path.GetDirectoryName(video)!);
        File.WriteAllBytes(video, Lantern.Sensor.ToKlv());
        var mexico = index.Region("MEX")!;
        var analyzer = new FlightAnalyzer(index, new AnalyzerOptions { Regions = [mexico], MaxSpeedKnots = Lantern.SpeedBoundKnots });
        var asked = new ReachRequest(null, null);
        var reach = new FlightReach(index, new WantedRegions([mexico], []), asked, withOutline: true);
        using var screen = WriterChoice.Open(asJson ? "json" : "text", null, index, null, reach.Of);
        var dossiers = Path.Combine(folder, "dossiers");
        var header = new AnalysisHeader(
            ProgramVersion.Text,
            CommandLineText.Of("analyze", files, "MEX", Lantern.SpeedBoundKnots, [], ["--video", video, .. asked.Words]),
            index.Sources);
        IAnalysisWriter[] writers = [screen.Writer, new HtmlFolderWriter(dossiers, index, reach.Of)];
        foreach (var writer in writers)
            writer.Begin(header);
        var run = new AnalysisRun(new FlightExaminer(analyzer) { Looks = [VideoLooks.Read(video)] }, new ReadOptions(), Environment.ProcessorCount);
        run.Run(files, new EachWriter(writers), cancellation);
        foreach (var writer in writers)
            writer.Finish();
        screen.Commit();
        story.WriteLine();
        var papers = Path.Combine(folder, "papers");
        LanternPapers.Write(papers);
        if (!asJson)
        {
            foreach (var line in LanternPapers.Judged(papers, index))
                story.WriteLine(line);
            story.WriteLine();
        }
        story.WriteLine($"Tracks:    {tracks}/");
        story.WriteLine($"Metadata:  {video}  (of the pictures of LANTERN 1: overflight video footprints, overflight video diagnose)");
        story.WriteLine($"Papers:    {papers}/  (eleven months of an invented programme: overflight plan {Path.Combine(papers, "sortie.s-05.v1.json")} --at 2026-01-20T00:00:00Z)");
        story.WriteLine($"Dossiers:  {dossiers}/  (open them in a browser; they need no network)");
        story.WriteLine($"Again:     {header.Command} --format json");
        return run.IsComplete ? ExitCode.Done : ExitCode.InternalError;
    }

    private sealed class EachWriter(IReadOnlyList<IAnalysisWriter> writers) : IAnalysisWriter
    {
        public void Begin(AnalysisHeader header)
        {
        }

        public void Flight(string input, FlightExamination flight)
        {
            foreach (var writer in writers)
                writer.Flight(input, flight);
        }

        public void Input(ReadReport input)
        {
            foreach (var writer in writers)
                writer.Input(input);
        }

        public void Interference(IReadOnlyList<InterferenceArea> areas)
        {
            foreach (var writer in writers)
                writer.Interference(areas);
        }

        public void Finish()
        {
        }
    }
}
