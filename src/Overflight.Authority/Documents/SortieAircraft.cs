namespace Overflight.Authority.Documents;

/// <summary>An aircraft.</summary>
/// <param name="Type">Its kind, such as <c>MQ-9A</c>.</param>
/// <param name="Registration">Its registration.</param>
public sealed record SortieAircraft(string Type, string Registration);
