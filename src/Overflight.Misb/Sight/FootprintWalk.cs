using Overflight.Geodesy;

namespace Overflight.Misb.Sight;

/// <summary>
/// Walks once round the edge of a picture, from corner 1 clockwise. Where the edge leaves the ground the ring goes on along the
/// horizon to where the edge comes back to it.
/// </summary>
internal sealed class FootprintWalk(CameraView camera, IGround ground)
{
    private const int CoarsePieces = 16;
    private const int Bisections = 48;
    private const double ArcStepDegrees = 1;

    // Towards the horizon, pieces as long as others in the picture are very long on the ground. They are halved until they keep to the edge, by
    // this share of half the picture.
    private const double OffEdge = 0.002;
    private const double ShortMetres = 1_000;
    private const int MostHalvings = 12;

    private static readonly (double Right, double Down)[] s_corners = [(-1, -1), (1, -1), (1, 1), (-1, 1)];

    private bool _isPartlyUnknown;

    public Footprint Find(GroundPoint? centre)
    {
        var corners = new GroundPoint?[4];
        for (var i = 0; i < 4; i++)
            corners[i] = At(i);
        var samples = Samples(corners);
        var isCut = samples.Exists(s => s.Point is null);
        List<GeoPoint> ring;
        if (!isCut)
            ring = WholeRing(samples);
        else if (samples.TrueForAll(s => s.Point is null))
            ring = LooksDown() ? Horizon(0, 360) : [];
        else
            ring = CutRing(samples);
        if (ring.Count < 3)
            return Footprint.Without(FootprintKind.Sky, camera, centre);
        return new Footprint(
            isCut ? FootprintKind.CutByHorizon : FootprintKind.Whole, camera, centre,
            [.. corners.Select((c, i) => c ?? OnHorizon(i))], CounterClockwise(ring), double.NaN, null)
        {
            IsPartlyUnknown = _isPartlyUnknown,
        };
    }

    /// <summary>Places round the edge, 0 to 4 from corner to corner, with where they lie.</summary>
    private List<(double Place, GroundPoint? Point)> Samples(GroundPoint?[] corners)
    {
        var samples = new List<(double Place, GroundPoint? Point)>();
        for (var edge = 0; edge < 4; edge++)
        {
            var (from, to) = (corners[edge], corners[(edge + 1) % 4]);
            var pieces = from is { } a && to is { } b
                ? ground.PiecesOf(Geodesic.DistanceMetres(a.Place, b.Place))
                : Math.Max(CoarsePieces, ground.PiecesOf(double.MaxValue));
            samples.Add((edge, from));
            for (var i = 1; i < pieces; i++)
                samples.Add((edge + (double)i / pieces, At(edge + (double)i / pieces)));
        }
        return samples;
    }

    private List<GeoPoint> WholeRing(List<(double Place, GroundPoint? Point)> samples)
    {
        var ring = new List<GeoPoint>(samples.Count);
        for (var i = 0; i < samples.Count; i++)
        {
            var (place, point) = samples[i];
            var (nextPlace, nextPoint) = i + 1 < samples.Count ? samples[i + 1] : (4, samples[0].Point);
            ring.Add(point!.Value.Place);
            Follow(ring, place, point.Value, nextPlace, nextPoint!.Value, MostHalvings);
        }
        return ring;
    }

    private List<GeoPoint> CutRing(List<(double Place, GroundPoint? Point)> samples)
    {
        var ring = new List<GeoPoint>();
        var first = samples.FindIndex(s => s.Point is not null);
        double? leaving = null;
        for (var i = 0; i < samples.Count; i++)
        {
            var (place, point) = samples[(first + i) % samples.Count];
            var (nextPlace, nextPoint) = samples[(first + i + 1) % samples.Count];
            if (nextPlace < place)
                nextPlace += 4;
            if (point is { } met)
                ring.Add(met.Place);
            if (point is { } here && nextPoint is { } there)
            {
                Follow(ring, place, here, nextPlace, there, MostHalvings);
            }
            else if (point is not null && nextPoint is null)
            {
                var last = Last(place, nextPlace);
                Follow(ring, place, point.Value, last, At(last)!.Value, MostHalvings);
                leaving = last;
            }
            else if (point is null && nextPoint is not null && leaving is { } left)
            {
                var again = Last(nextPlace, place);
                ring.AddRange(Arc(left, again));
                Follow(ring, again, At(again)!.Value, nextPlace, nextPoint.Value, MostHalvings);
                leaving = null;
            }
        }
        return ring;
    }

    /// <summary>Adds what lies between two places of one edge, so that straight lines on level ground keep to it. Over terrain no line does.</summary>
    private void Follow(List<GeoPoint> ring, double from, GroundPoint start, double to, GroundPoint end, int halvings)
    {
        var middle = 0.5 * (from + to);
        if (halvings == 0 || ground is not LevelGround || KeepsTo((int)Math.Floor(middle) % 4, start, end) || At(middle) is not { } met)
            return;
        Follow(ring, from, start, middle, met, halvings - 1);
        ring.Add(met.Place);
        Follow(ring, middle, met, to, end, halvings - 1);
    }

    private bool KeepsTo(int edge, GroundPoint start, GroundPoint end)
    {
        var line = GeodesicLine.Between(start.Place, end.Place);
        if (line.DistanceMetres <= ShortMetres)
            return true;
        if (camera.InPicture(line.PointAt(0.5 * line.DistanceMetres), ground.HorizonHeightMetres) is not var (right, down))
            return false;
        var off = edge switch { 0 => down + 1, 1 => right - 1, 2 => down - 1, _ => right + 1 };
        return Math.Abs(off) <= OffEdge;
    }

    /// <summary>The last place on the edge that meets the ground, going from one that does to one that does not.</summary>
    private double Last(double meets, double misses)
    {
        for (var i = 0; i < Bisections; i++)
        {
            var middle = 0.5 * (meets + misses);
            if (At(middle) is null)
                misses = middle;
            else
                meets = middle;
        }
        return meets;
    }

    private List<GeoPoint> Arc(double leaving, double returning)
    {
        var from = camera.AnglesOf(RayAt(leaving)).AzimuthDegrees;
        var turn = Math.IEEERemainder(camera.AnglesOf(RayAt(returning)).AzimuthDegrees - from, 360);
        return Horizon(from, turn);
    }

    private List<GeoPoint> Horizon(double fromDegrees, double turnDegrees)
    {
        var steps = Math.Max(1, (int)Math.Ceiling(Math.Abs(turnDegrees) / ArcStepDegrees));
        var whole = Math.Abs(turnDegrees) >= 360;
        var points = new List<GeoPoint>(steps + 1);
        for (var i = 0; i < (whole ? steps : steps + 1); i++)
            points.Add(HorizonAt(fromDegrees + turnDegrees * i / steps).Place);
        return points;
    }

    private GroundPoint OnHorizon(int corner) => HorizonAt(camera.AnglesOf(RayAt(corner)).AzimuthDegrees);

    private GroundPoint HorizonAt(double azimuthDegrees)
    {
        var horizon = Ellipsoid.HorizonTowards(camera.Place, Math.Max(0, camera.HeightMetres - ground.HorizonHeightMetres), azimuthDegrees);
        return new GroundPoint(horizon.Point, ground.HorizonHeightMetres, horizon.SlantMetres, SightEnd.Horizon);
    }

    // Where no edge meets the ground, all of it that can be seen is in the picture, or none: what is straight below decides.
    private bool LooksDown() => camera.InPicture(camera.Place, camera.HeightMetres - 1_000) is { Right: >= -1 and <= 1, Down: >= -1 and <= 1 };

    private GroundPoint? At(double place)
    {
        var point = ground.Meet(camera.Origin, RayAt(place));
        _isPartlyUnknown |= point is { End: SightEnd.Unknown };
        return point;
    }

    private (double X, double Y, double Z) RayAt(double place)
    {
        var edge = (int)Math.Floor(place);
        var along = place - edge;
        var (from, to) = (s_corners[edge % 4], s_corners[(edge + 1) % 4]);
        return camera.Ray(from.Right + along * (to.Right - from.Right), from.Down + along * (to.Down - from.Down));
    }

    private static List<GeoPoint> CounterClockwise(List<GeoPoint> ring)
    {
        if (new GeodesicPolygon(ring).SignedAreaSquareMetres < 0)
            ring.Reverse();
        return ring;
    }
}
