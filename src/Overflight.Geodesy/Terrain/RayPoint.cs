namespace Overflight.Geodesy.Terrain;

/// <summary>A point of a ray and the terrain under it.</summary>
/// <param name="RangeMetres">How far along the ray.</param>
/// <param name="Place">Where.</param>
/// <param name="HeightMetres">Height above the ellipsoid.</param>
/// <param name="Sample">The surface there; no grid where it is not known.</param>
/// <param name="UndulationMetres">Height of the sea above the ellipsoid there.</param>
internal readonly record struct RayPoint(double RangeMetres, GeoPoint Place, double HeightMetres, TerrainSample Sample, double UndulationMetres)
{
    public bool IsKnown => Sample.Grid is not null;

    /// <summary>How far above the surface, metres.</summary>
    public double AboveMetres => HeightMetres - UndulationMetres - Sample.HeightMetres;

    /// <summary>How far above all samples of the cell.</summary>
    public double AboveCellMetres => HeightMetres - UndulationMetres - Sample.GreatestMetres;
}
