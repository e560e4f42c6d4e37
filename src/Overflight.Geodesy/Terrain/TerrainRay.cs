namespace Overflight.Geodesy.Terrain;

/// <summary>Lines of sight against terrain: straight, without refraction.</summary>
public static class TerrainRay
{
    /// <summary>No terrain is higher above the ellipsoid, metres: the highest, Chimborazo's and Everest's summits, are below 8,900.</summary>
    public const double GreatestTerrainMetres = 9_000;

    /// <summary>No line of sight between two summits is as long, metres.</summary>
    public const double DefaultGreatestRangeMetres = 700_000;

    /// <summary>
    /// The first place where a ray meets the surface of terrain: heights above the sea, bilinear between samples, and the geoid. From below
    /// the surface the ray meets it on the way out. Every cell of samples that the ray crosses is looked at, so no ridge is stepped over; to
    /// a millimetre along the ray against the heights as they stand.
    /// </summary>
    /// <param name="terrain">The terrain. Where it is not known the ray ends, unless it is above all terrain there.</param>
    /// <param name="origin">Where the ray begins, ECEF, metres.</param>
    /// <param name="direction">Its direction, ECEF; need not be of unit length.</param>
    /// <param name="greatestRangeMetres">How far it goes at most.</param>
    /// <param name="greatestTerrainMetres">A height above the ellipsoid that no terrain there exceeds: above it nothing is looked up.</param>
    /// <param name="undulationMetres">Height of the sea above the ellipsoid; that of <see cref="Geoid"/> if not given and the grid is there, else 0.</param>
    /// <exception cref="ArgumentException">The origin or direction is no number, or the direction has no length.</exception>
    public static TerrainRayResult Trace(
        TerrainFolder terrain,
        (double X, double Y, double Z) origin,
        (double X, double Y, double Z) direction,
        double greatestRangeMetres = DefaultGreatestRangeMetres,
        double greatestTerrainMetres = GreatestTerrainMetres,
        Func<GeoPoint, double>? undulationMetres = null)
    {
        ArgumentNullException.ThrowIfNull(terrain);
        var length = Math.Sqrt(direction.X * direction.X + direction.Y * direction.Y + direction.Z * direction.Z);
        if (!(length > 0) || !double.IsFinite(length) || !double.IsFinite(origin.X + origin.Y + origin.Z))
            throw new ArgumentException("The ray has no place or no direction.", nameof(direction));
        if (undulationMetres is null && Geoid.IsAvailable)
            undulationMetres = Geoid.UndulationMetres;
        var line = new RayLine(origin, (direction.X / length, direction.Y / length, direction.Z / length));
        return new RayMarch(terrain, line, new SampledUndulation(undulationMetres), greatestTerrainMetres).Run(greatestRangeMetres);
    }
}
