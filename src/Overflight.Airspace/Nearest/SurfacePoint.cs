using Overflight.Geodesy;

namespace Overflight.Airspace.Nearest;

/// <summary>A place on the ellipsoid's surface in earth-centred coordinates, metres.</summary>
internal readonly record struct SurfacePoint(double X, double Y, double Z)
{
    public static SurfacePoint From(GeoPoint place) => From(place.LatitudeDegrees, place.LongitudeDegrees);

    public static SurfacePoint From(double latitudeDegrees, double longitudeDegrees)
    {
        var (sinLatitude, cosLatitude) = Math.SinCos(double.DegreesToRadians(latitudeDegrees));
        var (sinLongitude, cosLongitude) = Math.SinCos(double.DegreesToRadians(longitudeDegrees));
        var prime = Wgs84.SemiMajorAxisMetres / Math.Sqrt(1 - Wgs84.EccentricitySquared * sinLatitude * sinLatitude);
        return new SurfacePoint(prime * cosLatitude * cosLongitude, prime * cosLatitude * sinLongitude, prime * (1 - Wgs84.EccentricitySquared) * sinLatitude);
    }

    /// <summary>The straight distance through the earth, metres; never more than the geodesic.</summary>
    public double ChordTo(SurfacePoint other)
    {
        var (x, y, z) = (X - other.X, Y - other.Y, Z - other.Z);
        return Math.Sqrt(x * x + y * y + z * z);
    }
}
