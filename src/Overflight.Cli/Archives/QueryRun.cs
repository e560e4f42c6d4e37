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
            writer.Begin(Answers.FixColumns);
            foreach (var fix in fixes)
                writer.Row(Answers.Row(fix, inputs), [fix.Fix.Position]);
            rows = fixes.Count;
        }
        else
        {
            (var passages, report) = archive.Passages(query, cancellation);
            writer.Begin(Answers.PassageColumns);
            foreach (var passage in passages)
                writer.Row(Answers.Row(passage, inputs), Places(passage));
            rows = passages.Count;
        }
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

    private static GeoPoint[] Places(Passage passage) =>
        passage.Fixes == 1 ? [passage.First.Fix.Position] : [passage.First.Fix.Position, passage.Last.Fix.Position];
}
