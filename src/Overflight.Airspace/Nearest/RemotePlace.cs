using Overflight.Geodesy;

namespace Overflight.Airspace.Nearest;

/// <summary>
/// Distances from one place to others about an anchor. At the anchor both the distance and how it changes are the
/// geodesic's; about it the surface is taken as a sphere of its own curvature, which is wrong by millimetres.
/// </summary>
internal readonly struct RemotePlace
{
    /// <summary>Beyond this the ellipsoid's geodesics converge too differently from a sphere's, metres.</summary>
    public const double FarthestMetres = 8e6;

    private readonly double _x, _y, _z, _radius;

    public RemotePlace(LocalPlane plane, GeoPoint place)
    {
        var inverse = Geodesic.Inverse(plane.Anchor, place);
        AnchorMetres = inverse.DistanceMetres;
        _radius = plane.RadiusMetres;
        var (sin, cos) = Math.SinCos(AnchorMetres / _radius);
        var (east, north) = Math.SinCos(double.DegreesToRadians(inverse.InitialAzimuthDegrees));
        (_x, _y, _z) = (sin * east, sin * north, cos);
    }

    /// <summary>Geodesic distance from the anchor, metres.</summary>
    public double AnchorMetres { get; }

    /// <summary>Distance to a place of the plane, metres.</summary>
    public double DistanceTo(LocalPoint place)
    {
        var (east, north) = (place.East / _radius, place.North / _radius);
        var square = east * east + north * north;
        var sine = 1 - square / 6;
        var (x, y, z) = (east * sine - _x, north * sine - _y, 1 - square * (0.5 - square / 24) - _z);
        return 2 * _radius * Math.Asin(Math.Min(1, 0.5 * Math.Sqrt(x * x + y * y + z * z)));
    }
}
