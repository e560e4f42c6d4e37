using Overflight.Airspace.Nearest;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Airspace.Verdicts;

/// <summary>When the boundary was crossed: likely, on the geodesic between fixes at even speed, and within which bounds.</summary>
internal sealed class CrossingTimes(FlightPath path, AirspaceRegion region, Classification classes)
{
    private readonly double _speed = path.Flight.Speed.MetresPerSecond;
    private readonly List<int> _slots = [];

    /// <summary>Entry into a stretch of fixes that begins at one, of which the first that is certainly inside is given, or −1.</summary>
    public (TimeBounds Bounds, GeoPoint? Place) Enter(int first, int firstInside)
    {
        UtcInstant? earliest = first == 0 ? null : Earliest(first - 1);
        var latest = firstInside < 0 ? (UtcInstant?)null : LatestEntry(firstInside);
        var nominal = firstInside < 0 ? FirstNominal(first) : firstInside;
        // The likely crossing is the last one, on the straight path, before presence is certain.
        for (var i = nominal; i > 0 && i >= first; i--)
            if (classes.NominallyInside[i] && !classes.NominallyInside[i - 1])
            {
                var crossing = Crossing(i - 1, 0, 1);
                return (new TimeBounds(earliest, crossing.Time, Later(latest, crossing.Time)), crossing.Place);
            }
        return (new TimeBounds(earliest, first == 0 && nominal >= 0 ? path.Flight.Start : null, latest), null);
    }

    /// <summary>Exit from a stretch of fixes that ends at one, of which the last that is certainly inside is given, or −1.</summary>
    public (TimeBounds Bounds, GeoPoint? Place) Exit(int last, int lastInside)
    {
        var isEnd = last == path.Count - 1;
        UtcInstant? latest = isEnd ? null : Latest(last);
        var earliest = lastInside < 0 ? (UtcInstant?)null : EarliestExit(lastInside);
        var nominal = lastInside < 0 ? LastNominal(last) : lastInside;
        for (var i = nominal; i >= 0 && i < path.Count - 1 && i <= last; i++)
            if (classes.NominallyInside[i] && !classes.NominallyInside[i + 1])
            {
                var crossing = Crossing(i, 1, 0);
                return (new TimeBounds(Earlier(earliest, crossing.Time), crossing.Time, latest), crossing.Place);
            }
        return (new TimeBounds(earliest, isEnd && nominal >= 0 ? path.Flight.End : null, latest), null);
    }

    /// <summary>Bounds of a visit between two fixes that are both outside.</summary>
    public (TimeBounds Enter, TimeBounds Exit) WithinLeg(int leg)
    {
        var (earliest, latest) = (Earliest(leg), Latest(leg));
        return (new TimeBounds(earliest, null, latest), new TimeBounds(earliest, null, latest));
    }

    /// <summary>Where the straight path between two outside fixes runs inside, or null.</summary>
    public ((UtcInstant Time, GeoPoint Place) Enter, (UtcInstant Time, GeoPoint Place) Exit)? StraightPathInside(int leg)
    {
        // Every few seconds of a short leg, every 64th of a long one: a shorter clip of the region is a matter of metres.
        var steps = (int)Math.Clamp(path.Flight.SecondsAfter(leg) / 4, 4, 64);
        var line = GeodesicLine.Between(path.Flight.PositionAt(leg), path.Flight.PositionAt(leg + 1));
        var (first, last) = (-1, -1);
        for (var k = 1; k < steps; k++)
            if (region.Contains(line.PointAt(line.DistanceMetres * k / steps)))
                (first, last) = (first < 0 ? k : first, k);
        if (first < 0)
            return null;
        return (Crossing(leg, (first - 1.0) / steps, first / (double)steps), Crossing(leg, (last + 1.0) / steps, last / (double)steps));
    }

    /// <summary>The instant and place at which the straight path changes sides, between two parts of a leg.</summary>
    private (UtcInstant Time, GeoPoint Place) Crossing(int leg, double outside, double inside)
    {
        var (from, to) = (path.Flight.PositionAt(leg), path.Flight.PositionAt(leg + 1));
        var seconds = path.Flight.SecondsAfter(leg);
        var line = GeodesicLine.Between(from, to);
        // To a millisecond: positions in time are no better.
        while (Math.Abs(inside - outside) * seconds > 1e-3)
        {
            var middle = 0.5 * (outside + inside);
            if (region.Contains(line.PointAt(line.DistanceMetres * middle)))
                inside = middle;
            else
                outside = middle;
        }
        return (path.Flight.TimeAt(leg).AddSeconds(inside * seconds), line.PointAt(line.DistanceMetres * inside));
    }

    /// <summary>No path of a leg is in the widened region before this.</summary>
    private UtcInstant Earliest(int leg) =>
        path.Flight.TimeAt(leg).AddSeconds(Math.Min(path.Flight.SecondsAfter(leg), Math.Max(0, NearestReachable(leg, path.Points[leg]) - path.Radius[leg]) / _speed));

    /// <summary>No path of a leg is in the widened region after this.</summary>
    private UtcInstant Latest(int leg) =>
        path.Flight.TimeAt(leg + 1).AddSeconds(-Math.Min(path.Flight.SecondsAfter(leg), Math.Max(0, NearestReachable(leg, path.Points[leg + 1]) - path.Radius[leg + 1]) / _speed));

    /// <summary>From a fix that is inside by its depth, the boundary is at least that far back.</summary>
    private UtcInstant LatestEntry(int inside)
    {
        var limit = inside > 0 ? path.Flight.TimeAt(inside - 1) : path.Flight.Start;
        var latest = path.Flight.TimeAt(inside).AddSeconds(-Math.Max(0, Depth(inside) - path.Radius[inside]) / _speed);
        return latest < limit ? limit : latest;
    }

    private UtcInstant EarliestExit(int inside)
    {
        var limit = inside + 1 < path.Count ? path.Flight.TimeAt(inside + 1) : path.Flight.End;
        var earliest = path.Flight.TimeAt(inside).AddSeconds(Math.Max(0, Depth(inside) - path.Radius[inside]) / _speed);
        return earliest > limit ? limit : earliest;
    }

    private double Depth(int fix) => region.Tree.LeastDetour(path.Points[fix], path.Points[fix], double.PositiveInfinity).ChordMetres / 2;

    /// <summary>The least distance from a leg's end to a widened piece that the leg can pass at all, metres.</summary>
    private double NearestReachable(int leg, SurfacePoint end)
    {
        region.Tree.CollectDetours(path.Points[leg], path.Points[leg + 1], ChordBracket.GreatestChordSum(path.Allowed[leg]), _slots);
        var least = double.PositiveInfinity;
        foreach (var slot in _slots)
            least = Math.Min(least, region.Tree.Detour(slot, end, end, out _) / 2);
        return double.IsInfinity(least) ? 0 : least;
    }

    private int FirstNominal(int first)
    {
        for (var i = first; i < path.Count && classes.Fixes[i] != FixClass.Outside; i++)
            if (classes.NominallyInside[i])
                return i;
        return -1;
    }

    private int LastNominal(int last)
    {
        for (var i = last; i >= 0 && classes.Fixes[i] != FixClass.Outside; i--)
            if (classes.NominallyInside[i])
                return i;
        return -1;
    }

    private static UtcInstant? Later(UtcInstant? a, UtcInstant b) => a is { } x && x < b ? b : a;

    private static UtcInstant? Earlier(UtcInstant? a, UtcInstant b) => a is { } x && x > b ? b : a;
}
