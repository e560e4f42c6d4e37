using Overflight.Geodesy;

namespace Overflight.Airspace.Verdicts;

/// <summary>The fixes deepest inside and nearest outside, found by looking only where the path's length allows a better one.</summary>
internal sealed class Extremes
{
    private readonly FlightPath _path;
    private readonly AirspaceRegion _region;
    private readonly Dictionary<int, BoundaryDistance> _distances = [];

    public Extremes(FlightPath path, AirspaceRegion region, Classification classes)
    {
        _path = path;
        _region = region;
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

    /// <summary>The deepest of a stretch of fixes, or null where none lies inside.</summary>
    public Extreme? DeepestIn(int first, int last, bool[] inside)
    {
        Extreme? best = null;
        var asked = -1;
        for (var i = first; i <= last; i++)
        {
            if (!inside[i])
                continue;
            if (best is { } b && asked >= 0 && inside[asked] && MostDistance(asked, i) + Math.Abs(DistanceAt(asked).SignedMetres) <= b.SignedMetres)
                continue;
            asked = i;
            var distance = Math.Abs(DistanceAt(i).SignedMetres);
            if (best is null || distance > best.Value.SignedMetres)
                best = new Extreme(i, distance, DistanceAt(i).Nearest);
        }
        return best;
    }

    private Extreme? ClosestOutside(bool[] inside)
    {
        Extreme? best = null;
        var asked = -1;
        for (var i = 0; i < _path.Count; i++)
        {
            if (inside[i])
                continue;
            if (best is { } b && asked >= 0 && Math.Abs(DistanceAt(asked).SignedMetres) - MostDistance(asked, i) >= -b.SignedMetres)
                continue;
            asked = i;
            var distance = -Math.Abs(DistanceAt(i).SignedMetres);
            if (best is null || distance > best.Value.SignedMetres)
                best = new Extreme(i, distance, DistanceAt(i).Nearest);
        }
        return best;
    }

    private double MostDistance(int a, int b) => Nearest.ChordBracket.GreatestArc(_path.Points[a].ChordTo(_path.Points[b]));
}
