using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Patterns.Integrity;

/// <summary>A time in which positions of a flight cannot be taken as they are, and why.</summary>
/// <param name="Kind">How they betray it.</param>
/// <param name="Start">From when; for a false track, the last believable fix before it.</param>
/// <param name="End">Until when; for a false track, the first believable fix after it.</param>
/// <param name="First">Index in the flight's track of the first fix concerned.</param>
/// <param name="Last">Index of the last.</param>
/// <param name="Fixes">How many are concerned.</param>
/// <param name="Place">Where the aircraft was believed to be when it began.</param>
/// <param name="Magnitude">How much, in the kind's own measure: metres from where it can have been, metres between two places, metres flown while standing, times the load that it can bear, feet apart; NaN for integrity lost.</param>
public readonly record struct IntegrityFinding(IntegrityKind Kind, UtcInstant Start, UtcInstant End, int First, int Last, int Fixes, GeoPoint Place, double Magnitude)
{
    /// <summary>Whether the positions themselves are false, so that a verdict must not rest on them; integrity lost only widens their radii.</summary>
    public bool IsFalse => Kind is not (IntegrityKind.IntegrityLost or IntegrityKind.AltitudesPart or IntegrityKind.FalseTrack or IntegrityKind.TwoAtOnce);
}
