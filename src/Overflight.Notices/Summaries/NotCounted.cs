namespace Overflight.Notices.Summaries;

/// <summary>Something that a summary could not count.</summary>
/// <param name="What">What.</param>
/// <param name="Why">Why not.</param>
public sealed record NotCounted(string What, string Why);
