using Overflight.Airspace.Nearest;

namespace Overflight.Airspace.Verdicts;

/// <summary>V*: over all legs, the least speed at which the leg's reachable set touches the region.</summary>
internal static class SpeedToEnter
{
    /// <summary>
    /// The leg is chosen by chords, whose bracket is far narrower than the differences between legs; its speed is then
    /// found by geodesics, to a millionth of the way or 5 cm.
    /// </summary>
    public static (double Knots, (int, int)? Leg)? Least(FlightPath path, AirspaceRegion region, Extremes extremes)
    {
        if (region.Tree.Count == 0)
            return null;
        var best = double.PositiveInfinity;
        var bestLeg = -1;
        var legs = ByBound(path, extremes, region.Tree.GreatestWideningMetres);
        while (legs.TryDequeue(out var leg, out var bound) && bound < best)
        {
            var seconds = path.Flight.SecondsAfter(leg);
            var slack = path.Radius[leg] + path.Radius[leg + 1];
            var limit = double.IsInfinity(best) ? double.PositiveInfinity : ChordBracket.GreatestChordSum(best * seconds + slack);
            var found = region.Tree.LeastDetour(path.Points[leg], path.Points[leg + 1], limit);
            var speed = Math.Max(0, ChordBracket.LeastArcSum(found.ChordMetres) - slack) / seconds;
            if (found.Slot >= 0 && speed < best)
                (best, bestLeg) = (speed, leg);
        }
        if (bestLeg < 0)
            return null;
        var metres = LeastMetres(path, region, bestLeg) - path.Radius[bestLeg] - path.Radius[bestLeg + 1];
        return (
            Math.Max(0, metres) / path.Flight.SecondsAfter(bestLeg) * Geodesy.SiUnits.KnotsPerMetrePerSecond,
            (path.Flight.IndexInTrack(bestLeg), path.Flight.IndexInTrack(bestLeg + 1)));
    }

    private static double LeastMetres(FlightPath path, AirspaceRegion region, int leg)
    {
        var (tree, from, to) = (region.Tree, path.Points[leg], path.Points[leg + 1]);
        var metres = Over(tree.LeastDetour(from, to, double.PositiveInfinity).Slot);
        var slots = new List<int>();
        tree.CollectDetours(from, to, ChordBracket.GreatestChordSum(metres), slots);
        // A piece with a longer chord sum may still have the shorter geodesics, within the bracket only.
        foreach (var (least, slot) in slots.Select(s => (ChordBracket.LeastArcSum(tree.Detour(s, from, to, out _)), s)).Order())
        {
            if (least >= metres - Math.Max(0.05, 1e-6 * metres))
                break;
            metres = Math.Min(metres, Over(slot));
        }
        return metres;

        double Over(int slot) => LegWitness.On(tree[slot], slot, path.Flight.PositionAt(leg), path.Flight.PositionAt(leg + 1)).Metres;
    }

    /// <summary>
    /// Legs by a lower bound of their speed: the region lies at least so far from both ends as a look at an earlier fix
    /// says, less the way flown since.
    /// </summary>
    private static PriorityQueue<int, double> ByBound(FlightPath path, Extremes extremes, double widening)
    {
        var least = new double[path.Count];
        var (asked, askedMetres) = (-1, 0.0);
        for (var i = 0; i < path.Count; i++)
        {
            var away = asked < 0 ? 0 : ChordBracket.GreatestArc(path.Points[asked].ChordTo(path.Points[i]));
            if (asked < 0 || away > 0.25 * askedMetres)
            {
                (asked, askedMetres, away) = (i, extremes.LeastDistanceAt(i), 0);
            }
            least[i] = Math.Max(0, askedMetres - away);
        }
        var bounds = new List<(int Leg, double Bound)>(path.Count);
        for (var leg = 0; leg + 1 < path.Count; leg++)
        {
            var seconds = path.Flight.SecondsAfter(leg);
            if (seconds <= 0)
                continue;
            var metres = least[leg] + least[leg + 1] - 2 * widening - path.Radius[leg] - path.Radius[leg + 1];
            bounds.Add((leg, Math.Max(0, metres) / seconds));
        }
        return new PriorityQueue<int, double>(bounds);
    }
}
