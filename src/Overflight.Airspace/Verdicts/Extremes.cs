using Overflight.Airspace.Nearest;
using Overflight.Geodesy;

namespace Overflight.Airspace.Verdicts;

/// <summary>The fixes deepest inside and nearest outside, found by looking only where the path's length allows a better one.</summary>
internal sealed class Extremes
{
    // The fix found is the best to within this part, and never by less than the metres: radii are larger than that.
    private const double Indifference = 0.005;
    private const double LeastIndifferenceMetres = 20;

    private readonly FlightPath _path;
    private readonly AirspaceRegion _region;
    private readonly double[] _clearances;
    private readonly Dictionary<int, BoundaryDistance> _distances = [];
    private readonly double[] _roughly;
    private int _lastPiece = -1;

    public Extremes(FlightPath path, AirspaceRegion region, Classification classes)
    {
        _path = path;
        _region = region;
        _clearances = classes.Clearances;
        _roughly = new double[path.Count];
        Array.Fill(_roughly, double.NaN);
        if (region.Tree.Count == 0)
            return;
        Deepest = DeepestIn(0, path.Count - 1, classes.NominallyInside);
        if (Array.IndexOf(classes.Fixes, FixClass.Inside) < 0)
            Closest = ClosestOutside(classes.NominallyInside);
    }

    public readonly record struct Extreme(int Fix, double SignedMetres, GeoPoint Nearest);

    public Extreme? Deepest { get; }

    /// <summary>Not looked for where presence is certain.</summary>
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
            var found = _region.Tree.Nearest(_path.Points[fix], likely: _lastPiece);
            _roughly[fix] = Math.Max(0, ChordBracket.LeastArc(found.ChordMetres) - _region.Tree.GreatestSagMetres);
            _lastPiece = found.Slot;
        }
        return _roughly[fix];
    }

    /// <summary>The deepest of a stretch of fixes, or null where none lies inside.</summary>
    public Extreme? DeepestIn(int first, int last, bool[] inside)
    {
        var best = Best(first, last, inside, true, 1);
        return best < 0 ? null : ExtremeAt(best, 1);
    }

    private Extreme? ClosestOutside(bool[] inside)
    {
        var best = Best(0, _path.Count - 1, inside, false, -1);
        return best < 0 ? null : ExtremeAt(best, -1);
    }

    /// <summary>
    /// The fix on one side with the greatest distance (sign 1) or the least (sign −1). Distance changes no faster than one
    /// moves, so what cannot be better by more than <see cref="Indifference"/>, by the last look at it or the clearance that
    /// the classification last measured, is passed over.
    /// </summary>
    private int Best(int first, int last, bool[] inside, bool side, int sign)
    {
        var best = Promising(first, last, inside, side, sign);
        if (best < 0)
            return best;
        var enough = Enough(best, sign);
        // What the nearest edge is known to be away at least (sign −1) or at most (sign 1), and where that was measured.
        var (known, at) = (double.NegativeInfinity, first);
        for (var i = first; i <= last; i++)
        {
            if (!double.IsNaN(_clearances[i]))
                (known, at) = (sign * (_clearances[i] + (sign > 0 ? _region.Tree.GreatestWideningMetres : 0)), i);
            if (inside[i] != side || (!double.IsInfinity(known) && known + 1.001 * _path.Points[at].ChordTo(_path.Points[i]) <= enough))
                continue;
            (known, at) = (sign * LeastDistanceAt(i), i);
            if (known <= sign * LeastDistanceAt(best))
                continue;
            best = i;
            enough = Enough(best, sign);
        }
        return best;
    }

    private double Enough(int best, int sign) =>
        sign * LeastDistanceAt(best) + Math.Max(LeastIndifferenceMetres, Indifference * LeastDistanceAt(best));

    /// <summary>Of the fixes whose clearance was measured, the one with the most or the least; the first on the side where none was.</summary>
    private int Promising(int first, int last, bool[] inside, bool side, int sign)
    {
        var best = -1;
        for (var i = first; i <= last; i++)
            if (inside[i] == side && (best < 0 || (!double.IsNaN(_clearances[i]) && !(sign * _clearances[i] <= sign * _clearances[best]))))
                best = i;
        return best;
    }

    private Extreme ExtremeAt(int fix, int sign) => new(fix, sign * Math.Abs(DistanceAt(fix).SignedMetres), DistanceAt(fix).Nearest);
}
