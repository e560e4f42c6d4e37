namespace Overflight.Designations.Keeping;

/// <summary>What came of an import.</summary>
/// <param name="Version">The version, as it is in the store.</param>
/// <param name="WasThere">Whether it was there already, and nothing changed.</param>
/// <param name="Content">What the files say, with what was wrong with them.</param>
public sealed record ImportOutcome(ListVersion Version, bool WasThere, ListContent Content);
