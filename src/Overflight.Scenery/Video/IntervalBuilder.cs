using Overflight.Geodesy;
using Overflight.Misb.Sight;
using Overflight.Tracks;

namespace Overflight.Scenery.Video;

/// <summary>Puts footprints together to intervals with their hulls.</summary>
internal sealed class IntervalBuilder
{
    private readonly List<SensorInterval> _done = [];
    private List<(double X, double Y)> _hull = [];
    private UtcInstant? _start;
    private UtcInstant _end;
    private double _originX;
    private long _count;
    private bool _reachesHorizon;

    public void Add(UtcInstant time, Footprint? footprint)
    {
        if (footprint is null)
        {
            Close();
            return;
        }
        _start ??= time;
        _end = time;
        if (footprint.Outline.Count == 0)
            return;
        if (_hull.Count == 0)
            _originX = footprint.Outline[0].LongitudeDegrees;
        foreach (var place in footprint.Outline)
            _hull.Add((Math.IEEERemainder(place.LongitudeDegrees - _originX, 360), place.LatitudeDegrees));
        _hull = Hull(_hull);
        _count++;
        _reachesHorizon |= footprint.Kind == FootprintKind.CutByHorizon;
    }

    public void Close()
    {
        if (_start is { } start)
            _done.Add(new SensorInterval(start, _end, [.. _hull.Select(p => new GeoPoint(p.Y, p.X + _originX).Normalised())], _count, _reachesHorizon));
        (_hull, _start, _count, _reachesHorizon) = ([], null, 0, false);
    }

    public IReadOnlyList<SensorInterval> Take()
    {
        SensorInterval[] done = [.. _done];
        _done.Clear();
        return done;
    }

    // The monotone chain of A. M. Andrew (Information Processing Letters 9, 1979), in longitude and latitude.
    private static List<(double X, double Y)> Hull(List<(double X, double Y)> points)
    {
        points.Sort();
        var hull = new List<(double X, double Y)>();
        for (var pass = 0; pass < 2; pass++)
        {
            var begin = hull.Count;
            foreach (var point in points)
            {
                while (hull.Count >= begin + 2 && Turn(hull[^2], hull[^1], point) <= 0)
                    hull.RemoveAt(hull.Count - 1);
                hull.Add(point);
            }
            hull.RemoveAt(hull.Count - 1);
            points.Reverse();
        }
        return hull;
    }

    private static double Turn((double X, double Y) a, (double X, double Y) b, (double X, double Y) c) => (b.X - a.X) * (c.Y - a.Y) - (b.Y - a.Y) * (c.X - a.X);
}
