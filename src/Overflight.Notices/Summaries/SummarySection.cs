namespace Overflight.Notices.Summaries;

/// <summary>Numbers that belong together.</summary>
/// <param name="Name">What they are of, such as <c>sorties</c>.</param>
/// <param name="Counts">The numbers.</param>
public sealed record SummarySection(string Name, IReadOnlyList<SummaryCount> Counts);
