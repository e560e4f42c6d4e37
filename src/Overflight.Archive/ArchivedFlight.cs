using Overflight.Tracks;

namespace Overflight.Archive;

/// <summary>One whole flight out of the archive.</summary>
/// <param name="Track">Its fixes, from all inputs that hold any.</param>
/// <param name="Inputs">The numbers of these inputs, ascending.</param>
public sealed record ArchivedFlight(Track Track, IReadOnlyList<int> Inputs);
