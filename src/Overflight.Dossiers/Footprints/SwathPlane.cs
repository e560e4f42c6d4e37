using NetTopologySuite.Geometries;
using Overflight.Geodesy;

namespace Overflight.Dossiers.Footprints;

/// <summary>
/// A plane that touches the earth, onto which places are projected from a point on its vertical as deep as the local radius: nearly
/// gnomonic, so geodesics of some hundred kilometres are straight to within metres, and straight lines of both sides meet in the same places.
/// </summary>
internal sealed class SwathPlane(GeoPoint middle)
{
    private readonly EnuFrame _frame = new(middle, 0);
    private readonly double _radius = SightHorizon.GaussianRadiusMetres(middle.LatitudeDegrees);

    public Coordinate On(GeoPoint place)
    {
        var (east, north, up) = _frame.ToEnu(place, 0);
        var scale = _radius / (_radius + up);
        return new Coordinate(east * scale, north * scale);
    }

    public GeoPoint Off(Coordinate coordinate)
    {
        var centre = _frame.ToEcef(0, 0, -_radius);
        var direction = _frame.Unrotate(coordinate.X, coordinate.Y, _radius);
        return Ellipsoid.RayIntersection(centre, direction)!.Value.Point;
    }
}
