using Overflight.Tracks;

namespace Overflight.Notices.Deadlines;

/// <summary>Deadlines as lines of text, in their order.</summary>
public static class DeadlineText
{
    /// <summary>Writes them.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="deadlines">The deadlines.</param>
    /// <param name="now">The instant that they are of.</param>
    /// <param name="withoutTrack">Flown sorties without a track.</param>
    public static void Write(TextWriter output, IReadOnlyList<Deadline> deadlines, UtcInstant now, IReadOnlyList<string> withoutTrack)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(deadlines);
        ArgumentNullException.ThrowIfNull(withoutTrack);
        output.WriteLine($"At {now}: {deadlines.Count(d => d.State == DeadlineState.Overdue)} overdue, {deadlines.Count(d => d.State == DeadlineState.Open)} open, {deadlines.Count(d => !d.IsPending)} done or over.");
        if (deadlines.Count == 0)
            output.WriteLine("Nothing is due: duties appear here when papers of programmes, instruments, consents and flights are in the folder.");
        foreach (var deadline in deadlines)
        {
            output.WriteLine();
            output.WriteLine($"{(deadline.State == DeadlineState.Overdue ? "! " : "  ")}{DeadlineWords.Of(deadline.State)}  {DeadlineWords.When(deadline, now)}");
            output.WriteLine($"    {Clean(deadline.Text)}");
            output.WriteLine($"    {deadline.Key}{(deadline.Document is null ? "" : $"  ({deadline.Document})")}");
        }
        foreach (var sortie in withoutTrack)
            output.WriteLine($"\nSortie {sortie}: no track was given, so what it entered opens no duty here; give --track {sortie}=FILE.");
    }

    private static string Clean(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
