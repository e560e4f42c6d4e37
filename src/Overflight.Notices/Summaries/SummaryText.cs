namespace Overflight.Notices.Summaries;

/// <summary>A summary as text.</summary>
public static class SummaryText
{
    /// <summary>Writes it.</summary>
    public static void Write(TextWriter output, ProgrammeSummary summary)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(summary);
        output.WriteLine($"Programme {Clean(summary.Name)} ({summary.Programme}), {SummaryWords.Period(summary)}");
        output.WriteLine(SummaryWords.Basis(summary));
        foreach (var section in summary.Sections)
        {
            output.WriteLine();
            output.WriteLine(SummaryWords.Section(section.Name));
            if (section.Counts.Count == 0)
                output.WriteLine("  none");
            foreach (var count in section.Counts)
                output.WriteLine($"  {SummaryWords.Value(count),11}  {Clean(SummaryWords.Count(count.Name))}{(count.Leaves.Count == 0 ? "" : $"  [entries {SummaryWords.Leaves(count.Leaves)}]")}");
        }
        output.WriteLine();
        output.WriteLine("Not counted");
        if (summary.NotCounted.Count == 0)
            output.WriteLine("  nothing");
        foreach (var (what, why) in summary.NotCounted)
            output.WriteLine($"  {Clean(what)}: {Clean(why)}");
    }

    private static string Clean(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
