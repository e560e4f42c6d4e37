using Overflight.Tracks.Preparing;

namespace Overflight.Airspace.Verdicts;

/// <summary>Judges one flight against one region; the five parts of the answer each have a file of their own.</summary>
public static class FlightJudge
{
    /// <summary>The verdict by the region's own boundary set.</summary>
    /// <exception cref="ArgumentException">The flight has no fix that was kept.</exception>
    public static AirspaceVerdict Judge(PreparedFlight flight, AirspaceRegion region)
    {
        ArgumentNullException.ThrowIfNull(flight);
        ArgumentNullException.ThrowIfNull(region);
        if (flight.Count == 0)
            throw new ArgumentException("a flight without fixes cannot be judged", nameof(flight));
        return Judge(new FlightPath(flight), region);
    }

    /// <summary>The verdict, or null where the flight did not enter, came no nearer than a distance, and nobody asked.</summary>
    internal static AirspaceVerdict? JudgeIfNear(FlightPath path, AirspaceRegion region, double nearMetres)
    {
        // No boundary within the ball that holds the flight: it is all on one side, and one fix tells which.
        var (centre, metres) = path.Extent;
        if (region.Tree.Nearest(centre, metres + nearMetres + region.Tree.GreatestWideningMetres).Slot < 0
            && !region.Contains(path.Flight.PositionAt(0))
            && SetAsideVerdict.Of(path.Flight, region, AirspaceVerdictKind.DidNotEnter) is null or AirspaceVerdictKind.DidNotEnter)
            return null;
        var classes = new Classification(path, region);
        var isAway = Array.TrueForAll(classes.Fixes, f => f == FixClass.Outside) && Array.TrueForAll(classes.Legs, l => l == LegClass.Clear);
        if (isAway && SetAsideVerdict.Of(path.Flight, region, AirspaceVerdictKind.DidNotEnter) is null or AirspaceVerdictKind.DidNotEnter
            && !ComesWithin(path, region, classes, nearMetres))
            return null;
        return Judge(path, region, classes);
    }

    private static bool ComesWithin(FlightPath path, AirspaceRegion region, Classification classes, double metres)
    {
        var (known, at) = (double.NegativeInfinity, 0);
        for (var i = 0; i < path.Count; i++)
        {
            if (!double.IsNaN(classes.Clearances[i]))
                (known, at) = (classes.Clearances[i], i);
            if (known - path.Points[at].ChordTo(path.Points[i]) > metres)
                continue;
            var nearest = region.Tree.Nearest(path.Points[i]);
            if (nearest.ChordMetres <= metres)
                return true;
            (known, at) = (nearest.ChordMetres, i);
        }
        return false;
    }

    internal static AirspaceVerdict Judge(FlightPath path, AirspaceRegion region) => Judge(path, region, new Classification(path, region));

    /// <summary>The answer by another boundary set.</summary>
    internal static SecondOpinion Opinion(FlightPath path, AirspaceRegion region)
    {
        var classes = new Classification(path, region);
        var isCertain = Array.IndexOf(classes.Fixes, FixClass.Inside) >= 0 || Array.IndexOf(classes.Legs, LegClass.Forced) >= 0;
        var isPossible = Array.IndexOf(classes.Fixes, FixClass.Near) >= 0 || Array.IndexOf(classes.Legs, LegClass.MayTouch) >= 0;
        var kind = isCertain ? AirspaceVerdictKind.Entered : isPossible ? AirspaceVerdictKind.CannotBeRuledOut : AirspaceVerdictKind.DidNotEnter;
        var extremes = new Extremes(path, region, classes);
        return new SecondOpinion(region.SourceName, kind, extremes.Deepest?.SignedMetres, extremes.Closest is { } closest ? -closest.SignedMetres : null);
    }

    private static AirspaceVerdict Judge(FlightPath path, AirspaceRegion region, Classification classes)
    {
        var flight = path.Flight;
        var extremes = new Extremes(path, region, classes);
        var intervals = new IntervalBuilder(path, region, classes, extremes).Build();
        var kind = intervals.Exists(i => i.IsCertain) ? AirspaceVerdictKind.Entered
            : intervals.Count > 0 ? AirspaceVerdictKind.CannotBeRuledOut
            : AirspaceVerdictKind.DidNotEnter;
        var isNearAtFix = Array.IndexOf(classes.Fixes, FixClass.Near) >= 0;
        var speed = kind == AirspaceVerdictKind.Entered ? null
            : isNearAtFix ? (0, null)
            : SpeedToEnter.Least(path, region, extremes);
        return new AirspaceVerdict
        {
            Airspace = region.Name,
            Kind = kind,
            Intervals = intervals,
            SpeedToEnterKnots = speed?.Knots,
            SpeedToEnterLeg = speed?.Leg,
            Witness = kind == AirspaceVerdictKind.CannotBeRuledOut ? Plainest(intervals) : null,
            Probability = isNearAtFix && kind == AirspaceVerdictKind.CannotBeRuledOut ? InsideProbability.Of(path, region, classes) : null,
            DeepestMetres = extremes.Deepest?.SignedMetres,
            ClosestMetres = extremes.Closest is { } closest ? -closest.SignedMetres : null,
            DecidedBy = Facts(kind, extremes),
            Speed = flight.Speed,
            RadiiMetres = (path.Radius.Min(), path.Radius.Max()),
            BoundarySet = region.SourceName,
            WithSetAside = SetAsideVerdict.Of(flight, region, kind),
            WithinClaimedBreadth = kind != AirspaceVerdictKind.Entered && AirspaceBreadth.Of(region.Name) is { } breadth && -extremes.Closest?.SignedMetres <= breadth.BeyondSeaMetres ? breadth : null,
            Covered = (flight.Start, flight.End),
        };
    }

    /// <summary>The witness that needs the least explaining: a fix near the line before a place between two fixes.</summary>
    private static Witness? Plainest(List<PresenceInterval> intervals) =>
        intervals.Find(i => i.Witness is { } w && w.FirstFix == w.SecondFix)?.Witness ?? intervals.Find(i => i.Witness is not null)?.Witness;

    private static List<DecidingFact> Facts(AirspaceVerdictKind kind, Extremes extremes)
    {
        var facts = new List<DecidingFact>();
        if (extremes.Deepest is { } deepest)
            facts.Add(extremes.FactOf("deepest fix inside", deepest));
        if (extremes.Closest is { } closest && kind != AirspaceVerdictKind.Entered)
            facts.Add(extremes.FactOf("nearest fix outside", closest));
        return facts;
    }
}
