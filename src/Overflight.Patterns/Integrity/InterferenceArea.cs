using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Patterns.Integrity;

/// <summary>Where and when many aircraft at once could not rely on their positions: what jamming and spoofing look like from outside.</summary>
/// <param name="Start">The first fix concerned.</param>
/// <param name="End">The last.</param>
/// <param name="Centre">The middle of the fixes concerned.</param>
/// <param name="RadiusMetres">To the farthest of the cells concerned.</param>
/// <param name="Aircraft">How many aircraft were concerned.</param>
/// <param name="Known">How many were there that say how far they can be relied on.</param>
public readonly record struct InterferenceArea(UtcInstant Start, UtcInstant End, GeoPoint Centre, double RadiusMetres, int Aircraft, int Known);
