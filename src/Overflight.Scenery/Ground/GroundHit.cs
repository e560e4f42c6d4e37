namespace Overflight.Scenery.Ground;

/// <summary>Where a line of sight meets the ground: in the plane of the world, metres above the ellipsoid, and metres away.</summary>
internal readonly record struct GroundHit(double X, double Y, double HeightMetres, double RangeMetres);
