using Overflight.Airspace.Nearest;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Airspace.Verdicts;

/// <summary>Joins fixes and legs that are, or may be, inside into intervals; a fix that is certainly outside ends one.</summary>
internal sealed class IntervalBuilder(FlightPath path, AirspaceRegion region, Classification classes, Extremes extremes)
{
    private readonly CrossingTimes _times = new(path, region, classes);

    public List<PresenceInterval> Build()
    {
        var intervals = new List<PresenceInterval>();
        for (var i = 0; i < path.Count;)
        {
            var last = i;
            if (classes.Fixes[i] == FixClass.Outside)
            {
                // Legs one after the other that may each have touched are one interval: the line was near all along.
                while (IsOpen(last) && (last == i || (classes.Legs[last] != LegClass.Forced && classes.Legs[i] != LegClass.Forced)))
                    last++;
                if (last > i)
                    intervals.Add(BetweenOutsideFixes(i, last - 1));
                i = Math.Max(last, i + 1);
                continue;
            }
            while (last + 1 < path.Count && classes.Fixes[last + 1] != FixClass.Outside)
                last++;
            intervals.Add(OverFixes(i, last));
            i = last + 1;
        }
        return intervals;
    }

    /// <summary>Whether a leg joins two outside fixes and may have touched the region between them.</summary>
    private bool IsOpen(int leg) =>
        leg + 1 < path.Count && classes.Fixes[leg] == FixClass.Outside && classes.Fixes[leg + 1] == FixClass.Outside && classes.Legs[leg] != LegClass.Clear;

    private PresenceInterval BetweenOutsideFixes(int firstLeg, int lastLeg)
    {
        var (earliest, latest) = (_times.Within(firstLeg).Earliest, _times.Within(lastLeg).Latest);
        var nominal = firstLeg == lastLeg ? _times.StraightPathInside(firstLeg) : null;
        return new PresenceInterval
        {
            IsCertain = classes.Legs[firstLeg] == LegClass.Forced,
            IsForced = classes.Legs[firstLeg] == LegClass.Forced,
            Enter = new TimeBounds(earliest, nominal?.Enter.Time, latest),
            Exit = new TimeBounds(earliest, nominal?.Exit.Time, latest),
            EnterPlace = nominal?.Enter.Place,
            ExitPlace = nominal?.Exit.Place,
            FirstFix = path.Flight.IndexInTrack(firstLeg),
            LastFix = path.Flight.IndexInTrack(lastLeg + 1),
            Witness = Enumerable.Range(firstLeg, lastLeg - firstLeg + 1).Select(WitnessOf).FirstOrDefault(w => w is not null),
        };
    }

    private PresenceInterval OverFixes(int first, int last)
    {
        var firstInside = Find(first, last, 1);
        var lastInside = Find(last, first, -1);
        var isCertain = firstInside >= 0;
        var enter = _times.Enter(first, isCertain ? firstInside : -1);
        var exit = _times.Exit(last, isCertain ? lastInside : -1);
        var deepest = extremes.DeepestIn(first, last, classes.NominallyInside);
        return new PresenceInterval
        {
            IsCertain = isCertain,
            Enter = enter.Bounds,
            Exit = exit.Bounds,
            EnterPlace = enter.Place,
            ExitPlace = exit.Place,
            DeepestMetres = deepest?.SignedMetres,
            DeepestPlace = deepest is { } d ? path.Flight.PositionAt(d.Fix) : null,
            FirstFix = path.Flight.IndexInTrack(Math.Max(0, first - 1)),
            LastFix = path.Flight.IndexInTrack(Math.Min(path.Count - 1, last + 1)),
            MayHaveLeft = isCertain ? SilencesToLeaveIn(first, last) : [],
            Witness = isCertain ? null : WitnessAtFix(first, last),
        };
    }

    private int Find(int from, int to, int step)
    {
        for (var i = from; i != to + step; i += step)
            if (classes.Fixes[i] == FixClass.Inside)
                return i;
        return -1;
    }

    private List<(int, int)> SilencesToLeaveIn(int first, int last)
    {
        var silences = new List<(int, int)>();
        for (var leg = first; leg < last; leg++)
            if (classes.Legs[leg] == LegClass.MayTouch && path.Flight.SecondsAfter(leg) > 60)
                silences.Add((path.Flight.IndexInTrack(leg), path.Flight.IndexInTrack(leg + 1)));
        return silences;
    }

    private Witness? WitnessOf(int leg)
    {
        if (!classes.Witnesses.TryGetValue(leg, out var found))
            return null;
        var speed = path.Flight.Speed.MetresPerSecond;
        var earliest = path.Flight.TimeAt(leg).AddSeconds(Math.Max(0, found.MetresFromFirst - path.Radius[leg]) / speed);
        var latest = path.Flight.TimeAt(leg + 1).AddSeconds(-Math.Max(0, found.MetresToSecond - path.Radius[leg + 1]) / speed);
        return new Witness(
            found.Place, earliest, latest < earliest ? earliest : latest,
            path.Flight.IndexInTrack(leg), path.Flight.IndexInTrack(leg + 1),
            found.MetresFromFirst, found.MetresToSecond, path.Allowed[leg], found.MetresFromEdge, region.EdgeOf(region.Tree[found.Slot]));
    }

    /// <summary>For a fix that lies within its radius of the widened boundary, a place at the piece that makes it so is witness.</summary>
    private Witness WitnessAtFix(int first, int last)
    {
        var best = first;
        for (var i = first; i <= last; i++)
            if (Signed(i) > Signed(best))
                best = i;
        double Signed(int i) => classes.NominallyInside[i] ? extremes.LeastDistanceAt(i) : -extremes.LeastDistanceAt(i);

        var place = path.Flight.PositionAt(best);
        // Not always the nearest piece: one farther off may be the vaguer one.
        var slot = region.Tree.NearestWidened(path.Points[best]).Slot;
        var nearest = NearestPlace.Refine(region.Tree[slot], place);
        // The place may lie beside the line by the line's own uncertainty: go towards it as far as the radius reaches.
        var metres = classes.NominallyInside[best] ? 0 : Math.Min(nearest.Metres, path.Radius[best]);
        var witness = metres == 0 ? place : Geodesic.Direct(place, Geodesic.Inverse(place, nearest.Place).InitialAzimuthDegrees, metres);
        var index = path.Flight.IndexInTrack(best);
        var time = path.Flight.TimeAt(best);
        var beside = classes.NominallyInside[best] ? 0 : nearest.Metres - metres;
        return new Witness(witness, time, time, index, index, metres, metres, 2 * path.Radius[best], beside, region.EdgeOf(nearest.Piece));
    }
}
