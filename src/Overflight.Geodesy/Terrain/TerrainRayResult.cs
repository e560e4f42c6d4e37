namespace Overflight.Geodesy.Terrain;

/// <summary>What became of a ray over terrain.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Place">Where it met the surface; where what is not known began; where it was when it had left.</param>
/// <param name="HeightMetres">Height of that point above the ellipsoid, metres.</param>
/// <param name="RangeMetres">How far along the ray that is, metres.</param>
/// <param name="IsFromBelow">Whether the ray began below the surface: then it met it on its way out.</param>
public readonly record struct TerrainRayResult(
    TerrainRayOutcome Outcome, GeoPoint Place, double HeightMetres, double RangeMetres, bool IsFromBelow);
