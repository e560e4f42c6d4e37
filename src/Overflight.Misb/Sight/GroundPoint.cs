using Overflight.Geodesy;

namespace Overflight.Misb.Sight;

/// <summary>Where a line of sight ends.</summary>
/// <param name="Place">The place on the ground, or on the horizon.</param>
/// <param name="HeightMetres">Its height above the ellipsoid.</param>
/// <param name="RangeMetres">Straight from the camera.</param>
/// <param name="End">How it ends there.</param>
public readonly record struct GroundPoint(GeoPoint Place, double HeightMetres, double RangeMetres, SightEnd End);
