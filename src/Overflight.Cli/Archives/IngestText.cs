using System.Globalization;
using Overflight.Archive;
using Overflight.Cli.Running;
using Overflight.Feeds;

namespace Overflight.Cli.Archives;

/// <summary>A line an input, problems on standard error, and the sums.</summary>
internal sealed class IngestText : IIngestReporter
{
    private readonly Dictionary<IngestOutcome, int> _counts = [];
    private long _fixes;
    private long _rejected;

    public void Input(IngestOutcome outcome, ReadReport report, InputRecord? input)
    {
        _counts[outcome] = _counts.GetValueOrDefault(outcome) + 1;
        _fixes += input?.Fixes ?? 0;
        _rejected += report.Rejected;
        var name = PrintableText.Of(report.File);
        Console.WriteLine(outcome switch
        {
            IngestOutcome.Ingested => string.Create(CultureInfo.InvariantCulture, $"{name}: {input!.Fixes:#,0} fixes{(report.IsComplete ? "" : ", damaged: read as far as it can be")}"),
            IngestOutcome.AlreadyThere => $"{name}: already there",
            IngestOutcome.NoFixes => $"{name}: no fixes",
            _ => $"{name}: not ingested, it could not be read to its end",
        });
        Console.Out.Flush();
        foreach (var problem in report.Problems.Take(5))
            Console.Error.WriteLine(PrintableText.Of($"overflight: {problem.File}{(problem.Record >= 0 ? $", record {problem.Record}" : "")}{(problem.Offset >= 0 ? $", byte {problem.Offset}" : "")}{(problem.Field.Length > 0 ? $", {problem.Field}" : "")}: {problem.Message}"));
        if (report.Rejected > 0)
            Console.Error.WriteLine(PrintableText.Of($"overflight: {report.File}: {string.Join(", ", report.RejectedByKind.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => $"{k.Value} {k.Key}"))}"));
    }

    public void Finish(ArchiveWriter archive, int daysMerged)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{_counts.GetValueOrDefault(IngestOutcome.Ingested)} inputs ingested, {_fixes:#,0} fixes, {_rejected:#,0} records without a fix; {_counts.GetValueOrDefault(IngestOutcome.AlreadyThere)} were there already, {_counts.GetValueOrDefault(IngestOutcome.NoFixes) + _counts.GetValueOrDefault(IngestOutcome.Unreadable)} gave nothing"));
        if (daysMerged > 0)
            Console.WriteLine($"{daysMerged} days merged");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"The archive holds {archive.Fixes:#,0} fixes in {archive.Files} files{(archive.Fixes > 0 ? $", {(double)archive.Bytes / archive.Fixes:0.00} bytes a fix" : "")}."));
    }
}
