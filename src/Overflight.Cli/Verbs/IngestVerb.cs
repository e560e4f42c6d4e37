using System.CommandLine;
using Overflight.Archive;
using Overflight.Cli.Archives;
using Overflight.Cli.Running;
using Overflight.Feeds;

namespace Overflight.Cli.Verbs;

/// <summary><c>ingest</c>: recorded tracks into a Parquet archive.</summary>
internal static class IngestVerb
{
    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH") { Description = "files or folders; - reads standard input", Arity = ArgumentArity.ZeroOrMore };
        var archive = new Option<string>("--archive") { Description = "the archive's folder; made where there is none", Required = true };
        var compact = new Option<bool>("--compact") { Description = "afterwards, merge the files of each day so that queries read less, and work out anew who was in whose airspace where the boundary data has changed" };
        var buffer = new Option<int>("--buffer") { Description = "fixes held in memory at most, about 600 bytes each at the peak", DefaultValueFactory = _ => 1 << 22 };
        var format = new Option<string>("--format") { Description = "text, or json: a line for each input once it is on the disk, and one for the sums", DefaultValueFactory = _ => "text" };
        format.AcceptOnlyFromAmong("text", "json");
        var command = new Command("ingest", "Puts recorded tracks into an archive of Parquet files. The same bytes are taken once, whatever the file is called.")
        {
            paths, archive, compact, buffer, format,
        };
        var reading = new ReadingOptions();
        reading.AddTo(command);
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(
            parsed.GetValue(paths) ?? [], parsed.GetValue(archive)!, parsed.GetValue(compact), parsed.GetValue(buffer), parsed.GetValue(format)!, reading.Read(parsed), cancellation)));
        return command.WithExamples(
            "overflight ingest recordings/ --archive archive",
            "overflight ingest recording.beast --start 2024-06-06T08:58:39Z --archive archive",
            "zcat flight.json.gz | overflight ingest - --archive archive --format json",
            "overflight ingest --archive archive --compact");
    }

    private static int Run(string[] paths, string folder, bool compact, int buffer, string format, ReadOptions reading, CancellationToken cancellation)
    {
        if (paths.Length == 0 && !compact)
            throw new UserError("ingest needs a PATH, or --compact alone");
        if (buffer < 1_000)
            throw new UserError("--buffer takes a number of fixes from 1000");
        var airspace = BoundaryFile.OpenIfThere();
        if (airspace is null)
            Console.Error.WriteLine("overflight: the boundary data is missing, so it is not worked out who was in whose airspace; queries will, and take longer");
        using var writer = ArchiveWriter.Open(folder, buffer, airspace);
        IIngestReporter reporter = format == "json" ? new IngestJson() : new IngestText();
        var run = new IngestRun(writer, reporter, reading);
        run.Run(TrackFile.Expand(paths).ToArray(), cancellation);
        var merged = compact ? Compact(writer, cancellation) : 0;
        reporter.Finish(writer, merged);
        return run.IsComplete ? ExitCode.Done : ExitCode.InputUnreadable;
    }

    private static int Compact(ArchiveWriter writer, CancellationToken cancellation)
    {
        using var progress = new ProgressLine();
        return writer.Compact((done, all) => progress.Tell(() => $"{done} of {all} days merged"), cancellation);
    }
}
