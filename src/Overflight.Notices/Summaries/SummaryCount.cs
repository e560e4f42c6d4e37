namespace Overflight.Notices.Summaries;

/// <summary>A number of a summary, and what it counts.</summary>
/// <param name="Name">What is counted, such as <c>flown</c>.</param>
/// <param name="Value">How much; null where it could not be counted.</param>
/// <param name="Leaves">Indexes of the record's leaves that it counts, ascending; none without a record.</param>
public sealed record SummaryCount(string Name, double? Value, IReadOnlyList<long> Leaves);
