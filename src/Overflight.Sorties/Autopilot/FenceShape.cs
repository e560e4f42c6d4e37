using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Sorties.Autopilot;

/// <summary>A fence made ready for measuring: its edges cut into pieces that are straight in the local plane to a metre.</summary>
internal sealed class FenceShape
{
    private const double PieceMetres = 4000;

    /// <summary>Local plane against the ellipsoid: distances read here are within this part of the truth, out to 100 km.</summary>
    private const double PlaneError = 0.02;

    private readonly GeodesicPolygon _polygon;
    private readonly double[] _latitudes;
    private readonly double[] _longitudes;

    public FenceShape(Fence fence, string field)
    {
        FieldCheck.That(fence.Area.Count is >= 3 and <= 5000, $"{field}.area", "needs 3 to 5,000 corners");
        for (var i = 0; i < fence.Area.Count; i++)
            FieldCheck.That(fence.Area[i].IsValid && Math.Abs(fence.Area[i].LatitudeDegrees) <= 89, $"{field}.area[{i}]", "is no place between 89° south and north");
        FieldCheck.That(!(fence.FloorMetres >= fence.CeilingMetres), $"{field}.floorMetres", "is not below ceilingMetres");
        FieldCheck.That(fence.From is null || fence.Until is null || fence.From < fence.Until, $"{field}.from", "is not before until");
        Fence = fence;
        _polygon = new GeodesicPolygon(fence.Area);
        var places = new List<GeoPoint>();
        for (var i = 0; i < _polygon.Vertices.Count; i++)
        {
            var line = GeodesicLine.Between(_polygon.Vertices[i], _polygon.Vertices[(i + 1) % _polygon.Vertices.Count]);
            var pieces = Math.Clamp((int)Math.Ceiling(line.DistanceMetres / PieceMetres), 1, 2000);
            for (var piece = 0; piece < pieces; piece++)
                places.Add(line.PointAt(line.DistanceMetres * piece / pieces));
        }
        places.Add(places[0]);
        _latitudes = [.. places.Select(p => p.LatitudeDegrees)];
        _longitudes = [.. places.Select(p => p.LongitudeDegrees)];
    }

    public Fence Fence { get; }

    public IReadOnlyList<GeoPoint> Corners => _polygon.Vertices;

    /// <summary>Whether a place is on the wrong side.</summary>
    public bool IsWrong(GeoPoint place) => _polygon.Contains(place) == (Fence.Kind == FenceKind.KeepOut);

    /// <summary>Whether it binds at some time in a span.</summary>
    public bool Binds(UtcInstant from, UtcInstant to) => !(Fence.From > to) && !(Fence.Until <= from);

    /// <summary>Whether altitudes between two come into the band.</summary>
    public bool Meets(double low, double high) => !(Fence.FloorMetres > high) && !(Fence.CeilingMetres < low);

    /// <summary>Distance to the edge, at most: never more than the truth.</summary>
    public double ClearanceMetres(GeoPoint place) => Nearest(place, out _) * (1 - PlaneError);

    /// <summary>The nearest place of the edge, and its distance.</summary>
    public double Nearest(GeoPoint place, out GeoPoint nearest)
    {
        const double Metres = Wgs84.MetresPerDegree;
        var sin = Math.Sin(double.DegreesToRadians(place.LatitudeDegrees));
        var root = 1 - Wgs84.EccentricitySquared * sin * sin;
        var normal = Wgs84.SemiMajorAxisMetres / Math.Sqrt(root) / Wgs84.MeanRadiusMetres * Metres;
        var north = normal * (1 - Wgs84.EccentricitySquared) / root;
        var east = normal * Math.Sqrt(1 - sin * sin);
        var (bestSquare, bestX, bestY) = (double.PositiveInfinity, 0.0, 0.0);
        var ax = East(0);
        var ay = (_latitudes[0] - place.LatitudeDegrees) * north;
        for (var i = 1; i < _latitudes.Length; i++)
        {
            var bx = East(i);
            var by = (_latitudes[i] - place.LatitudeDegrees) * north;
            var (dx, dy) = (bx - ax, by - ay);
            // A piece across the antimeridian of the place is far away, and its chord means nothing.
            var along = Math.Abs(dx) > 180 * east ? 0 : Math.Clamp(-(ax * dx + ay * dy) / (dx * dx + dy * dy), 0, 1);
            var (x, y) = (ax + along * dx, ay + along * dy);
            var square = x * x + y * y;
            if (square < bestSquare)
                (bestSquare, bestX, bestY) = (square, x, y);
            (ax, ay) = (bx, by);
        }
        nearest = new GeoPoint(place.LatitudeDegrees + bestY / north, place.LongitudeDegrees + bestX / east).Normalised();
        return Math.Sqrt(bestSquare);

        double East(int i)
        {
            var difference = _longitudes[i] - place.LongitudeDegrees;
            return (difference > 180 ? difference - 360 : difference < -180 ? difference + 360 : difference) * east;
        }
    }
}
