using Overflight.Airspace.Nearest;

namespace Overflight.Airspace.Verdicts;

/// <summary>V*: over all legs, the least speed at which the leg's reachable set touches the region.</summary>
internal static class SpeedToEnter
{
    private const double KnotsPerMetrePerSecond = 3600 / 1852.0;

    public static (double Knots, (int, int)? Leg)? Least(FlightPath path, AirspaceRegion region, Extremes extremes)
    {
        if (region.Tree.Count == 0)
            return null;
        var best = double.PositiveInfinity;
        var bestLeg = -1;
        var widening = region.Tree.GreatestWideningMetres;
        var slots = new List<int>();
        foreach (var (leg, bound) in ByBound(path, extremes, widening))
        {
            if (bound >= best)
                break;
            var seconds = path.Flight.SecondsAfter(leg);
            var slack = path.Radius[leg] + path.Radius[leg + 1];
            var (from, to) = (path.Points[leg], path.Points[leg + 1]);
            var limit = double.IsInfinity(best) ? double.PositiveInfinity : ChordBracket.GreatestChordSum(best * seconds + slack);
            var found = region.Tree.LeastDetour(from, to, limit);
            if (found.Slot < 0)
                continue;
            var metres = LegWitness.On(region.Tree[found.Slot], found.Slot, path.Flight.PositionAt(leg), path.Flight.PositionAt(leg + 1)).Metres;
            // A piece with a longer chord sum may still have the shorter geodesics, within the bracket only.
            if (metres - ChordBracket.LeastArcSum(found.ChordMetres) > 0.01)
            {
                region.Tree.CollectDetours(from, to, ChordBracket.GreatestChordSum(metres), slots);
                foreach (var (least, slot) in slots.Select(s => (ChordBracket.LeastArcSum(region.Tree.Detour(s, from, to, out _)), s)).Order())
                {
                    if (least >= metres)
                        break;
                    metres = Math.Min(metres, LegWitness.On(region.Tree[slot], slot, path.Flight.PositionAt(leg), path.Flight.PositionAt(leg + 1)).Metres);
                }
            }
            var speed = Math.Max(0, metres - slack) / seconds;
            if (speed < best)
                (best, bestLeg) = (speed, leg);
        }
        return bestLeg < 0
            ? null
            : (best * KnotsPerMetrePerSecond, (path.Flight.IndexInTrack(bestLeg), path.Flight.IndexInTrack(bestLeg + 1)));
    }

    /// <summary>
    /// Legs by a lower bound of their speed: the region lies at least so far from both ends as a look at an earlier fix
    /// says, less the way flown since.
    /// </summary>
    private static List<(int Leg, double Bound)> ByBound(FlightPath path, Extremes extremes, double widening)
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
        bounds.Sort((a, b) => a.Bound.CompareTo(b.Bound));
        return bounds;
    }
}
