using Overflight.Geodesy.Karney;

namespace Overflight.Geodesy;

/// <summary>
/// Shortest paths on the WGS-84 ellipsoid, accurate to about 15 nm.
/// C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87, 43-55 (2013).
/// </summary>
public static class Geodesic
{
    /// <summary>Length in metres of the shortest path between two places. Allocates nothing.</summary>
    public static double DistanceMetres(GeoPoint from, GeoPoint to)
    {
        var pair = new CanonicalPair(from, to);
        InverseProblem.Solve(pair, out var solution);
        return Wgs84.SemiMinorAxisMetres * solution.LengthOverB;
    }

    /// <summary>
    /// Length and azimuths of the shortest path between two places. Where the shortest path is not the only one
    /// (opposite points of a meridian or the equator), one of them; azimuths of coincident places are those of a
    /// path along the meridian, and at a pole those of the meridian named by its longitude.
    /// </summary>
    public static GeodesicInverse Inverse(GeoPoint from, GeoPoint to)
    {
        var pair = new CanonicalPair(from, to);
        InverseProblem.Solve(pair, out var solution);
        double sin1 = solution.SinAlpha1, cos1 = solution.CosAlpha1, sin2 = solution.SinAlpha2, cos2 = solution.CosAlpha2;
        if (pair.Swapped)
            (sin1, cos1, sin2, cos2) = (-sin2, -cos2, -sin1, -cos1);
        return new GeodesicInverse(
            Wgs84.SemiMinorAxisMetres * solution.LengthOverB,
            AuxiliarySphere.Degrees(sin1 * pair.LongitudeSign, cos1 * pair.LatitudeSign),
            AuxiliarySphere.Degrees(sin2 * pair.LongitudeSign, cos2 * pair.LatitudeSign));
    }

    /// <summary>The place reached by going a distance (metres, any sign and size) at an azimuth (degrees clockwise from north).</summary>
    public static GeoPoint Direct(GeoPoint from, double azimuthDegrees, double distanceMetres) =>
        new GeodesicArc(from, azimuthDegrees).At(distanceMetres).Point;

    /// <summary><see cref="Direct"/> with the azimuth of travel at the end.</summary>
    public static GeodesicDirect DirectWithAzimuth(GeoPoint from, double azimuthDegrees, double distanceMetres) =>
        new GeodesicArc(from, azimuthDegrees).At(distanceMetres);
}
