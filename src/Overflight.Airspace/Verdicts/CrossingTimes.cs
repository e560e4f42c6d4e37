using Overflight.Airspace.Nearest;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Airspace.Verdicts;

/// <summary>When the boundary was crossed: likely, on the geodesic between fixes at even speed, and within which bounds.</summary>
internal sealed class CrossingTimes(FlightPath path, AirspaceRegion region, Classification classes)
{
    private readonly double _speed = path.Flight.Speed.MetresPerSecond;
    private int _lastLeg = -1;
    private (UtcInstant Earliest, UtcInstant Latest) _lastBounds;

    /// <summary>Entry into a stretch of fixes that begins at one, of which the first that is certainly inside is given, or −1.</summary>
    public (TimeBounds Bounds, GeoPoint? Place) Enter(int first, int firstInside)
    {
        UtcInstant? earliest = first == 0 ? null : Within(first - 1).Earliest;
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
        UtcInstant? latest = isEnd ? null : Within(last).Latest;
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

    /// <summary>No path of a leg is in the widened region before the first instant or after the second.</summary>
    public (UtcInstant Earliest, UtcInstant Latest) Within(int leg)
    {
        if (leg == _lastLeg)
            return _lastBounds;
        var (fromStart, toEnd) = NearestReachable(leg);
        var seconds = path.Flight.SecondsAfter(leg);
        _lastLeg = leg;
        return _lastBounds = (
            path.Flight.TimeAt(leg).AddSeconds(Math.Min(seconds, Math.Max(0, fromStart - path.Radius[leg]) / _speed)),
            path.Flight.TimeAt(leg + 1).AddSeconds(-Math.Min(seconds, Math.Max(0, toEnd - path.Radius[leg + 1]) / _speed)));
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

    private double Depth(int fix) => region.Tree.NearestWidened(path.Points[fix]).ChordMetres;

    /// <summary>The least distances from a leg's two ends to a widened piece that the leg can pass at all, metres.</summary>
    private (double FromStart, double ToEnd) NearestReachable(int leg)
    {
        var (fromStart, toEnd) = region.Tree.LeastFromEnds(path.Points[leg], path.Points[leg + 1], ChordBracket.GreatestChordSum(path.Allowed[leg]));
        return double.IsInfinity(fromStart) ? (0, 0) : (fromStart, toEnd);
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
