using Overflight.Geodesy;

namespace Overflight.Sorties.Autopilot;

/// <summary>What the guard of the fences says, and for which fence.</summary>
/// <param name="Action">What to do.</param>
/// <param name="Fence">The fence; null where there is nothing to do.</param>
/// <param name="Path">The way out.</param>
/// <param name="Exit">The nearest place of the edge.</param>
internal readonly record struct GuardVerdict(GuardAction Action, Fence? Fence, EscapePath Path, GeoPoint Exit);
