namespace Overflight.Geodesy;

/// <summary>Areas of the ellipsoid between parallels, closed form.</summary>
public static class ParallelStrip
{
    /// <summary>Area from the equator to a latitude for one radian of longitude, square metres; negative in the south.</summary>
    public static double AreaPerRadian(double latitudeDegrees)
    {
        // b²/2 (s/(1 − e²s²) + artanh(e s)/e): Snyder, Map Projections, USGS PP 1395, eq. 3-12 times a²/2.
        var e = Math.Sqrt(Wgs84.EccentricitySquared);
        var s = Math.Sin(double.DegreesToRadians(latitudeDegrees));
        return 0.5 * Wgs84.SemiMinorAxisMetres * Wgs84.SemiMinorAxisMetres * (s / (1 - e * e * s * s) + Math.Atanh(e * s) / e);
    }
}
