using Overflight.Misb.Sight;

namespace Overflight.Dossiers.Footprints;

/// <summary>What the footprints of a file amount to.</summary>
/// <param name="Kinds">Frames by kind of footprint.</param>
/// <param name="Swaths">What was seen, in order of time.</param>
/// <param name="Problems">What was wrong with the input, in words.</param>
public sealed record FootprintSummary(IReadOnlyDictionary<FootprintKind, int> Kinds, IReadOnlyList<Swath> Swaths, IReadOnlyList<string> Problems);
