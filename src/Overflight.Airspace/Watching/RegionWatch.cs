using Overflight.Airspace.Verdicts;
using Overflight.Tracks;

namespace Overflight.Airspace.Watching;

/// <summary>Turns what one flight does at one region into alerts: each thing once, until it is over.</summary>
internal sealed class RegionWatch(AirspaceRegion region, WatchOptions options)
{
    // A course is looked along no more often than this, seconds.
    private const double CourseEverySeconds = 5;

    private const double SameApproachSeconds = 600;

    // A radius above the second is vague, below the first it is sharp again: a mile, and half of one (NIC 5 and 7 and better).
    private const double SharpMetres = 926;
    private const double VagueMetres = 1852;

    // Longer stretches are judged from their latest part.
    private const int MostFixesJudged = 2_000;

    private readonly ExtremeFixes _extremes = new();
    private readonly BehaviourWatch? _behaviour = options.Behaviour is { } behaviour ? new BehaviourWatch(behaviour) : null;
    private int _lastOutside = -1;
    private int _lastInside = -1;
    private bool _isToldInside;
    private bool _isToldPossible;
    private bool _isToldSilent;
    private bool _isVague;
    private UtcInstant _nextCourse;
    private UtcInstant _lastApproach;
    private bool _wasNear;

    public RegionFollower Follower { get; } = new(region);

    /// <summary>Whether the flight so far is worth a word when it ends.</summary>
    public bool IsOfNote => _wasNear || Follower.Kind != AirspaceVerdictKind.DidNotEnter;

    public void Reset()
    {
        Follower.Reset();
        _extremes.Clear();
        _behaviour?.Clear();
        (_lastOutside, _lastInside) = (-1, -1);
        (_isToldInside, _isToldPossible, _isToldSilent, _isVague) = (false, false, false, false);
        _wasNear = false;
        (_nextCourse, _lastApproach) = (default, default);
    }

    /// <summary>The history lost its earliest fixes.</summary>
    public void Shift(int dropped) =>
        (_lastOutside, _lastInside) = (Math.Max(-1, _lastOutside - dropped), Math.Max(-1, _lastInside - dropped));

    /// <summary>After the follower took the last fix of the history, which came after one at a place.</summary>
    public void Tell(FlightFollower flight, FixClass placeBefore)
    {
        ref readonly var fix = ref flight.History.Last;
        var index = flight.History.Count - 1;
        _isToldSilent = false;
        _wasNear = _wasNear || Follower.IsWithin(fix, options.NearMetres);
        _extremes.Take(Follower, fix);
        TellIntegrity(flight, fix);
        TellBehaviour(flight, fix);
        if (Follower.LastLeg == LegClass.Forced)
            TellPassage(flight, index);
        switch (Follower.Place)
        {
            case FixClass.Inside:
                if (!_isToldInside)
                    Entered(flight, index);
                _lastInside = index;
                break;
            case FixClass.Near:
                if (!_isToldInside && !_isToldPossible)
                    Possible(flight, Math.Max(_lastOutside, 0), index);
                break;
            default:
                if (_isToldInside)
                    Left(flight, index);
                else if (Follower.LastLeg == LegClass.MayTouch && placeBefore == FixClass.Outside && !_isToldPossible && index > 0)
                    Possible(flight, index - 1, index);
                if (Follower.LastLeg == LegClass.Clear)
                    _isToldPossible = false;
                _lastOutside = index;
                TellCourse(flight, fix);
                break;
        }
    }

    /// <summary>The speed bound rose and the flight was judged anew; told where that made entry possible.</summary>
    public void TellChange(FlightFollower flight, AirspaceVerdictKind before)
    {
        if (before == AirspaceVerdictKind.DidNotEnter && Follower.Kind == AirspaceVerdictKind.CannotBeRuledOut)
            Possible(flight, 0, flight.History.Count - 1);
    }

    /// <summary>Fixes that contradict the flight were set aside near the region.</summary>
    public void TellSetAside(FlightFollower flight, int count)
    {
        if (Follower.IsWithin(flight.History.Last, options.NearMetres))
            flight.Raise(Alert(flight, WatchAlertKind.IntegrityLost) with { SetAsideCount = count });
    }

    /// <summary>No earlier than this is the silence after the last fix to be told, should it last so long.</summary>
    public UtcInstant? SilenceDue(FlightFollower flight) =>
        _isToldSilent ? null : SilentFrom(flight, Follower.LeastClearanceAt(flight.History.Last));

    /// <summary>The alert that a silence up to now raises, or null.</summary>
    public WatchAlert? Silence(FlightFollower flight, UtcInstant now)
    {
        if (SilenceDue(flight) is not { } least || least > now)
            return null;
        // The bound says that it may be due; now it is worth to measure.
        var clearance = Follower.ClearanceAt(flight.History.Last);
        var due = SilentFrom(flight, clearance);
        if (due > now)
            return null;
        _isToldSilent = true;
        if (ReachableFrom(flight, clearance).SecondsSince(flight.History.Last.Fix.Time) > options.SilenceReachSeconds)
            return null;
        return Alert(flight, WatchAlertKind.Silent) with { Time = due, ReachableSince = ReachableFrom(flight, clearance) };
    }

    public void TellEnd(FlightFollower flight, UtcInstant time)
    {
        if (!IsOfNote)
            return;
        var prepared = flight.History.Prepare(0, flight.History.Count, flight.Aircraft, flight.Callsign, flight.Speed, _extremes.Fixes);
        flight.Raise(Alert(flight, WatchAlertKind.FlightEnded) with
        {
            Time = time,
            Flight = new FlightAnalysis(prepared, [FlightJudge.Judge(prepared, region)]),
            IsCut = flight.History.IsCut,
        });
    }

    private UtcInstant SilentFrom(FlightFollower flight, double clearance)
    {
        var (reachable, silent) = (ReachableFrom(flight, clearance), flight.History.Last.Fix.Time.AddSeconds(options.SilenceSeconds));
        return reachable > silent ? reachable : silent;
    }

    /// <summary>The first instant at which the boundary can be reached from the last fix.</summary>
    private static UtcInstant ReachableFrom(FlightFollower flight, double clearance)
    {
        ref readonly var last = ref flight.History.Last;
        var seconds = Math.Max(0, clearance - last.BoundMetres) / flight.Speed.MetresPerSecond;
        // A region without a boundary near is reached in no time that matters.
        return last.Fix.Time.AddSeconds(Math.Min(seconds, 1e9));
    }

    private void Entered(FlightFollower flight, int index)
    {
        var interval = Judge(flight, Math.Max(_lastOutside, 0), index).Intervals is [.., var last] ? last : null;
        (_isToldInside, _isToldPossible) = (true, false);
        flight.Raise(Alert(flight, WatchAlertKind.Entered) with { Crossing = interval?.Enter, CrossingPlace = interval?.EnterPlace });
    }

    private void Left(FlightFollower flight, int index)
    {
        var interval = Judge(flight, Math.Max(_lastInside, 0), index).Intervals is [var first, ..] ? first : null;
        _isToldInside = false;
        flight.Raise(Alert(flight, WatchAlertKind.Left) with { Crossing = interval?.Exit, CrossingPlace = interval?.ExitPlace });
    }

    private void TellPassage(FlightFollower flight, int index)
    {
        var interval = Judge(flight, index - 1, index).Intervals is [.., var last] ? last : null;
        flight.Raise(Alert(flight, WatchAlertKind.Entered) with { Crossing = interval?.Enter, CrossingPlace = interval?.EnterPlace, IsForced = true });
        flight.Raise(Alert(flight, WatchAlertKind.Left) with { Crossing = interval?.Exit, CrossingPlace = interval?.ExitPlace, IsForced = true });
    }

    private void Possible(FlightFollower flight, int first, int index)
    {
        _isToldPossible = true;
        var verdict = Judge(flight, first, index);
        var interval = verdict.Intervals is [.., var last] ? last : null;
        flight.Raise(Alert(flight, WatchAlertKind.MayHaveEntered) with
        {
            Crossing = interval is null ? null : new TimeBounds(interval.Enter.Earliest, interval.Enter.Likely, interval.Exit.Latest),
            Witness = verdict.Witness,
        });
    }

    private void TellCourse(FlightFollower flight, in PlacedFix fix)
    {
        if (fix.Fix.Time < _nextCourse)
            return;
        var reach = fix.Fix.GroundSpeedKnots * Geodesy.SiUnits.MetresPerSecondPerKnot * options.ApproachSeconds;
        if (!(Follower.LeastClearanceAt(fix) <= reach))
            return;
        _nextCourse = fix.Fix.Time.AddSeconds(CourseEverySeconds);
        if (Course.SecondsToRegion(region, fix.Fix, options.ApproachSeconds) is not { } seconds)
            return;
        // A turn away and back within a while is one approach.
        if (_lastApproach.Microseconds == 0 || fix.Fix.Time.SecondsSince(_lastApproach) > SameApproachSeconds)
            flight.Raise(Alert(flight, WatchAlertKind.Approaching) with { SecondsToBoundary = seconds });
        _lastApproach = fix.Fix.Time;
    }

    private void TellBehaviour(FlightFollower flight, in PlacedFix fix)
    {
        if (_behaviour?.Wants(fix) != true || Follower.Place == FixClass.Outside && !Follower.IsWithin(fix, options.NearMetres))
            return;
        if (_behaviour.Accept(flight, fix) is { } found)
            flight.Raise(Alert(flight, WatchAlertKind.Pattern) with { Behaviour = found });
    }

    private void TellIntegrity(FlightFollower flight, in PlacedFix fix)
    {
        if (fix.BoundMetres > VagueMetres && !_isVague)
        {
            if (!Follower.IsWithin(fix, options.NearMetres))
                return;
            // A flight that was never sharp has lost nothing.
            _isVague = true;
            if (flight.HasBeenSharp)
                flight.Raise(Alert(flight, WatchAlertKind.IntegrityLost));
        }
        else if (fix.BoundMetres <= SharpMetres)
        {
            flight.HasBeenSharp = true;
            _isVague = false;
        }
    }

    private AirspaceVerdict Judge(FlightFollower flight, int first, int last)
    {
        first = Math.Max(first, last + 1 - MostFixesJudged);
        return FlightJudge.Judge(flight.History.Prepare(first, last + 1 - first, flight.Aircraft, flight.Callsign, flight.Speed), region);
    }

    private WatchAlert Alert(FlightFollower flight, WatchAlertKind kind)
    {
        ref readonly var last = ref flight.History.Last;
        return new WatchAlert
        {
            Kind = kind,
            Aircraft = flight.Aircraft,
            Callsign = flight.Callsign,
            Airspace = region.Name,
            Time = last.Fix.Time,
            Fix = last.Fix,
            RadiusMetres = last.BoundMetres,
            SignedMetres = region.DistanceTo(last.Fix.Position).SignedMetres,
            Speed = flight.Speed,
            BoundarySet = region.SourceName,
        };
    }
}
