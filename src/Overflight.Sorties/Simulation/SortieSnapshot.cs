namespace Overflight.Sorties.Simulation;

/// <summary>
/// A flight so far, as what it was made of: with the same setup it is flown again, which takes some milliseconds an hour, and
/// must come out the same.
/// </summary>
/// <param name="Steps">Steps flown.</param>
/// <param name="Inputs">What came from outside, in order.</param>
/// <param name="Digest">A digest of the state that it came to, hex.</param>
public sealed record SortieSnapshot(long Steps, IReadOnlyList<SortieInput> Inputs, string Digest);
