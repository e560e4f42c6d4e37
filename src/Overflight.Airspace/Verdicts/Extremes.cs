using Overflight.Airspace.Nearest;
using Overflight.Geodesy;

namespace Overflight.Airspace.Verdicts;

/// <summary>The fixes deepest inside and nearest outside, found by looking only where the path's length allows a better one.</summary>
internal sealed class Extremes
{
    private readonly FlightPath _path;
    private readonly AirspaceRegion _region;
    private readonly Dictionary<int, BoundaryDistance> _distances = [];
    private readonly double[] _roughly;

    public Extremes(FlightPath path, AirspaceRegion region, Classification classes)
    {
        _path = path;
        _region = region;
        _roughly = new double[path.Count];
        Array.Fill(_roughly, double.NaN);
        if (region.Tree.Count == 0)
            return;
        Deepest = DeepestIn(0, path.Count - 1, classes.NominallyInside);
        Closest = ClosestOutside(classes.NominallyInside);
    }

    public readonly record struct Extreme(int Fix, double SignedMetres, GeoPoint Nearest);

    public Extreme? Deepest { get; }

    public Extreme? Closest { get; }

    /// <summary>Distance of a fix to the boundary, asked once.</summary>
    public BoundaryDistance DistanceAt(int fix)
    {
        if (!_distances.TryGetValue(fix, out var distance))
            _distances[fix] = distance = _region.DistanceTo(_path.Flight.PositionAt(fix));
        return distance;
    }

    public DecidingFact FactOf(string what, Extreme extreme)
    {
        var flight = _path.Flight;
        return new DecidingFact(
            what, flight.IndexInTrack(extreme.Fix), flight.TimeAt(extreme.Fix), flight.PositionAt(extreme.Fix),
            extreme.SignedMetres, _path.Radius[extreme.Fix], DistanceAt(extreme.Fix).Edge);
    }

    /// <summary>A lower bound of a fix's distance to the boundary, too low by the boundary's sag and at most a few metres in a hundred kilometres; metres.</summary>
    public double LeastDistanceAt(int fix)
    {
        if (double.IsNaN(_roughly[fix]))
        {
            var found = _region.Tree.Nearest(_path.Points[fix]);
            _roughly[fix] = Math.Max(0, ChordBracket.LeastArc(found.ChordMetres) - _region.Tree.GreatestSagMetres);
        }
        return _roughly[fix];
    }

    /// <summary>The deepest of a stretch of fixes, or null where none lies inside.</summary>
    public Extreme? DeepestIn(int first, int last, bool[] inside)
    {
        var (best, asked) = (-1, -1);
        for (var i = first; i <= last; i++)
        {
            if (!inside[i] || (asked >= 0 && LeastDistanceAt(asked) + MostDistance(asked, i) <= LeastDistanceAt(best)))
                continue;
            asked = i;
            if (best < 0 || LeastDistanceAt(i) > LeastDistanceAt(best))
                best = i;
        }
        return best < 0 ? null : ExtremeAt(best, 1);
    }

    private Extreme? ClosestOutside(bool[] inside)
    {
        var (best, asked) = (-1, -1);
        for (var i = 0; i < _path.Count; i++)
        {
            if (inside[i] || (asked >= 0 && LeastDistanceAt(asked) - MostDistance(asked, i) >= LeastDistanceAt(best)))
                continue;
            asked = i;
            if (best < 0 || LeastDistanceAt(i) < LeastDistanceAt(best))
                best = i;
        }
        return best < 0 ? null : ExtremeAt(best, -1);
    }

    private Extreme ExtremeAt(int fix, int sign) => new(fix, sign * Math.Abs(DistanceAt(fix).SignedMetres), DistanceAt(fix).Nearest);

    private double MostDistance(int a, int b) => ChordBracket.GreatestArc(_path.Points[a].ChordTo(_path.Points[b]));
}
