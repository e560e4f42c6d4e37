using Overflight.Geodesy;

namespace Overflight.Airspace.Nearest;

/// <summary>
/// Places near an anchor by distance and direction from it, as in an azimuthal equidistant map: to a millimetre within
/// 12 km of it.
/// </summary>
internal readonly struct LocalPlane
{
    /// <summary>How far from the anchor the plane is good for, metres.</summary>
    public const double ReachMetres = 12_000;

    private readonly EnuFrame _frame;

    public LocalPlane(GeoPoint anchor)
    {
        Anchor = anchor;
        _frame = new EnuFrame(anchor, 0);
        var sin = Math.Sin(double.DegreesToRadians(anchor.LatitudeDegrees));
        // The Gaussian radius, by which distances between neighbouring geodesics grow (Bomford, Geodesy, appendix A).
        RadiusMetres = Wgs84.SemiMinorAxisMetres / (1 - Wgs84.EccentricitySquared * sin * sin);
    }

    public GeoPoint Anchor { get; }

    /// <summary>The radius of the sphere that the surface is closest to here, metres.</summary>
    public double RadiusMetres { get; }

    public LocalPoint Of(GeoPoint place)
    {
        var (east, north, _) = _frame.ToEnu(place, 0);
        // The plane that touches the surface shortens the way by a sixth of its cube.
        var scale = 1 + (east * east + north * north) / (6 * RadiusMetres * RadiusMetres);
        return new LocalPoint(east * scale, north * scale);
    }
}
