using Overflight.Archive;
using Overflight.Archive.Querying;
using Overflight.Cli.Running;
using Overflight.Geodesy;

namespace Overflight.Cli.Archives;

/// <summary>Answers with flights or fixes.</summary>
internal static class QueryRun
{
    public static int Run(FixArchive archive, QueryRequest request, FixQuery query, CancellationToken cancellation)
    {
        using var output = new AnswerOutput(request.Format, request.Output);
        var writer = output.Writer;
        var inputs = archive.Inputs;
        ScanReport report;
        int rows;
        if (request.WithFixes)
        {
            (var fixes, report) = archive.FixesOf(query, cancellation);
            var frames = request.WithEvidence ? new ArchivedFrames(inputs).Of(fixes, cancellation) : null;
            writer.Begin(frames is null ? Answers.FixColumns : [.. Answers.FixColumns, new("raw", "message")]);
            foreach (var fix in fixes)
                writer.Row(frames is null ? Answers.Row(fix, inputs) : [.. Answers.Row(fix, inputs), Frame(frames, fix)], [fix.Fix.Position]);
            rows = fixes.Count;
        }
        else
        {
            (var passages, report) = archive.Passages(query, cancellation);
            var frames = request.WithEvidence ? new ArchivedFrames(inputs).Of(passages.SelectMany(p => (ArchivedFix[])[p.First, p.Last]), cancellation) : null;
            writer.Begin(frames is null ? Answers.PassageColumns : [.. Answers.PassageColumns, new("firstRaw", "first message"), new("lastRaw", "last message")]);
            foreach (var passage in passages)
                writer.Row(frames is null ? Answers.Row(passage, inputs) : [.. Answers.Row(passage, inputs), Frame(frames, passage.First), Frame(frames, passage.Last)], Places(passage));
            rows = passages.Count;
        }
        foreach (var message in report.DamagedPresences.Values)
            Console.Error.WriteLine($"overflight: {message}; the fixes were looked at instead (overflight ingest --compact --archive {request.Archive} mends it)");
        return Finish(output, new AnswerSummary(request.WithFixes ? "fixes" : "flights", rows, report.FixesLookedAt, archive.Fixes, report.WithoutAltitude, [.. report.Damaged.Values]));
    }

    /// <summary>Tells of damage, closes the answer and says how it went.</summary>
    public static int Finish(AnswerOutput output, AnswerSummary summary)
    {
        output.Writer.Finish(summary);
        output.Commit();
        return Told(summary.Damaged);
    }

    public static int Told(IEnumerable<string> damaged)
    {
        var code = ExitCode.Done;
        foreach (var message in damaged)
        {
            Console.Error.WriteLine($"overflight: {message}");
            code = ExitCode.InputUnreadable;
        }
        return code;
    }

    private static string? Frame(Dictionary<(int Input, long Record), string> frames, ArchivedFix fix) => frames.GetValueOrDefault((fix.Input, fix.Fix.Record));

    private static GeoPoint[] Places(Passage passage) =>
        passage.Fixes == 1 ? [passage.First.Fix.Position] : [passage.First.Fix.Position, passage.Last.Fix.Position];
}
