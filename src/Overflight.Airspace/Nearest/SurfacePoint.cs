using Overflight.Geodesy;

namespace Overflight.Airspace.Nearest;

/// <summary>A place on the ellipsoid's surface in earth-centred coordinates, metres.</summary>
internal readonly record struct SurfacePoint(double X, double Y, double Z)
{
    public static SurfacePoint From(GeoPoint place)
    {
        var (x, y, z) = Ecef.From(place, 0);
        return new SurfacePoint(x, y, z);
    }

    /// <summary>The straight distance through the earth, metres; never more than the geodesic.</summary>
    public double ChordTo(SurfacePoint other)
    {
        var (x, y, z) = (X - other.X, Y - other.Y, Z - other.Z);
        return Math.Sqrt(x * x + y * y + z * z);
    }
}
