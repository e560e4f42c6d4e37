using Overflight.Geodesy.Karney;

namespace Overflight.Geodesy;

/// <summary>Earth-centred, earth-fixed metres: X towards 0° N 0° E, Y towards 0° N 90° E, Z towards the north pole.</summary>
public static class Ecef
{
    /// <summary>The position at a height in metres above the ellipsoid.</summary>
    public static (double X, double Y, double Z) From(GeoPoint point, double heightMetres)
    {
        var (sinLatitude, cosLatitude) = AuxiliarySphere.SinCosLatitude(point.LatitudeDegrees);
        var (sinLongitude, cosLongitude) = AuxiliarySphere.SinCosDegrees(point.LongitudeDegrees);
        var normal = NormalRadius(sinLatitude);
        var equatorial = (normal + heightMetres) * cosLatitude;
        return (
            equatorial * cosLongitude,
            equatorial * sinLongitude,
            (normal * (1 - Wgs84.EccentricitySquared) + heightMetres) * sinLatitude);
    }

    /// <summary>
    /// The geodetic position of a point, by its nearest place on the ellipsoid, to about 2 nm for heights up to 10⁷ m.
    /// Where many places are nearest, one of them: on the axis longitude 0, on the disc about the centre the northern
    /// latitude, at the centre the north pole with height −b.
    /// </summary>
    public static (GeoPoint Point, double HeightMetres) ToGeodetic(double x, double y, double z)
    {
        const double E2 = Wgs84.EccentricitySquared;
        const double Ratio = AuxiliarySphere.AxisRatio;
        var longitude = AuxiliarySphere.Degrees(y, x);
        var r = Math.Sqrt(x * x + y * y) / Wgs84.SemiMajorAxisMetres;
        var w = z / Wgs84.SemiMajorAxisMetres;

        // The foot of the normal is (r/(1 + t), w q²/(q² + t)), q = b/a; on the ellipse with μ = (q² + t)/e²:
        // (r/e²)²/(1 + μ)² + (q w/e²)²/μ² = 1.
        var mu = EvoluteRoot.Solve(r / E2, Ratio * w / E2);
        double sin, cos;
        if (mu > 0)
        {
            sin = w * (1 + mu);
            cos = r * mu;
        }
        else
        {
            // Within the evolute on the equatorial plane: the foot has x = r/e².
            var foot = Math.Min(1, r / E2);
            sin = Math.Sqrt(1 - foot * foot);
            cos = Ratio * foot;
        }
        var length = Math.Sqrt(sin * sin + cos * cos);
        sin /= length;
        cos /= length;
        var height = Wgs84.SemiMajorAxisMetres * (r * cos + w * sin - Math.Sqrt(1 - E2 * sin * sin));
        return (new GeoPoint(AuxiliarySphere.Degrees(sin, cos), longitude >= 180 ? -180 : longitude), height);
    }

    /// <summary>Radius of curvature across the meridian, a/√(1 − e² sin² φ).</summary>
    internal static double NormalRadius(double sinLatitude) =>
        Wgs84.SemiMajorAxisMetres / Math.Sqrt(1 - Wgs84.EccentricitySquared * sinLatitude * sinLatitude);
}
