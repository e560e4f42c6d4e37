using Overflight.Tracks.Integrity;
using Overflight.Tracks.Preparing;

namespace Overflight.Tracks.Live;

/// <summary>
/// Makes flights of one aircraft's fixes as they come, by the rules by which <see cref="FlightSplitter"/> and
/// <see cref="FlightPreparer"/> cut and clean a recorded track. What cannot be known yet is decided as it looks now: a run
/// of contradicting fixes is set aside until it bears itself out better than the flight so far.
/// </summary>
public sealed class FlightAssembler
{
    private const int MostGroundFixes = 64;
    private readonly string _typeDesignator;
    private readonly double? _givenKnots;
    private readonly ObservedSpeeds _speeds = new();
    private readonly List<KeptFix> _fresh = [];
    private readonly List<KeptFix> _ground = [];
    private int _groundKept;
    private SuspectRun? _suspects;
    private KeptFix _last;
    private bool _isFlying;
    private bool _isSpeedKnown;
    private string _callsign = "";
    private double _weight;
    private CarriedSpeed _carried;
    private int _speedCount;
    private float _highestFeet;

    /// <param name="typeDesignator">ICAO type designator, empty where unknown.</param>
    /// <param name="maxSpeedKnots">A speed bound that the user gives; null to take it from type or observation.</param>
    public FlightAssembler(string typeDesignator, double? maxSpeedKnots)
    {
        _typeDesignator = typeDesignator;
        _givenKnots = maxSpeedKnots;
        Speed = maxSpeedKnots is { } knots ? SpeedBound.Given(knots) : SpeedBound.For(typeDesignator, 0, 0);
    }

    /// <summary>The speed bound as of now; it never falls within a flight once a speed was reported.</summary>
    public SpeedBound Speed { get; private set; }

    /// <summary>The fixes that the last step newly kept, in time order.</summary>
    public IReadOnlyList<KeptFix> Fresh => _fresh;

    /// <summary>How many fixes of the current flight were set aside, those in doubt not counted.</summary>
    public long SetAsideCount { get; private set; }

    /// <summary>The first and last of the fixes that the last step set aside, and how many; of use after <see cref="FlightChange.SetAside"/>.</summary>
    public (Fix First, Fix Last, int Count) LastSetAside { get; private set; }

    /// <summary>Whether a flight is under way.</summary>
    public bool IsFlying => _isFlying;

    /// <summary>Takes the next fix.</summary>
    public FlightChange Accept(in Fix fix, string callsign)
    {
        _fresh.Clear();
        var isOnGround = FlightSplitter.IsOnGround(fix.Status, fix.GroundSpeedKnots);
        if (!_isFlying)
            return isOnGround ? StayDown(fix) : Begin(fix, callsign);
        var seconds = fix.Time.SecondsSince(_last.Fix.Time);
        if (seconds < 0 || (seconds == 0 && fix.Position == _last.Fix.Position))
            return FlightChange.None;
        var change = FlightChange.None;
        if (FlightSplitter.Cuts(seconds, fix.Status, _last.Fix.BarometricAltitudeFeet, fix.BarometricAltitudeFeet, callsign.Length > 0 && callsign != _callsign))
        {
            End();
            return FlightChange.Ended | (isOnGround ? StayDown(fix) : Begin(fix, callsign));
        }
        if (isOnGround)
            return Touch(fix);
        if (_ground.Count > 0)
        {
            // Down for long enough to be over, and up again; or a touch-and-go, which is part of the flight.
            if (fix.Time.SecondsSince(_ground[0].Fix.Time) >= FlightSplitter.TouchAndGoSeconds)
            {
                var last = _ground[^1].Fix;
                End();
                StayDown(last);
                return FlightChange.Ended | Begin(fix, callsign);
            }
            foreach (var ground in _ground.Skip(_groundKept))
                Keep(ground);
            _ground.Clear();
        }
        if (callsign.Length > 0)
            _callsign = callsign;
        change |= Observe(fix);
        return change | Weigh(fix, seconds);
    }

    /// <summary>Ends the flight, as its silence or the end of the feed does.</summary>
    public void End()
    {
        _isFlying = false;
        _ground.Clear();
        _suspects = null;
    }

    private FlightChange StayDown(in Fix fix)
    {
        // The last fix on the ground begins the next flight, if that follows soon.
        _last = new KeptFix(fix, RadiusOf(fix));
        _ground.Clear();
        _ground.Add(_last);
        return FlightChange.None;
    }

    private FlightChange Begin(in Fix fix, string callsign)
    {
        (_weight, _speedCount, _highestFeet, SetAsideCount, _isSpeedKnown) = (1, 0, 0, 0, false);
        _speeds.Clear();
        Speed = _givenKnots is { } knots ? SpeedBound.Given(knots) : SpeedBound.For(_typeDesignator, 0, 0);
        _callsign = callsign;
        Observe(fix);
        if (_ground.Count > 0 && fix.Time.SecondsSince(_ground[^1].Fix.Time) is >= 0 and <= FlightSplitter.SilenceSeconds)
            _fresh.Add(_ground[^1]);
        _ground.Clear();
        _isFlying = true;
        Keep(new KeptFix(fix, RadiusOf(fix)));
        return FlightChange.Began | FlightChange.Kept;
    }

    /// <summary>A fix on the ground within a flight: the first ends it unless the aircraft is soon up again.</summary>
    private FlightChange Touch(in Fix fix)
    {
        var kept = new KeptFix(fix, RadiusOf(fix));
        if (_ground.Count == 0)
        {
            if (!IsReachable(_last, kept))
                return FlightChange.None;
            _ground.Add(kept);
            // After a long silence it is not known to be this flight's landing.
            _groundKept = fix.Time.SecondsSince(_last.Fix.Time) <= FlightSplitter.SilenceSeconds ? 1 : 0;
            if (_groundKept == 0)
                return FlightChange.None;
            Keep(kept);
            return FlightChange.Kept;
        }
        if (_ground.Count < MostGroundFixes)
            _ground.Add(kept);
        if (fix.Time.SecondsSince(_ground[0].Fix.Time) < FlightSplitter.TouchAndGoSeconds)
            return FlightChange.None;
        End();
        StayDown(fix);
        return FlightChange.Ended;
    }

    /// <summary>Keeps a fix that the aircraft can have reached; holds others until they have outweighed the flight or been contradicted.</summary>
    private FlightChange Weigh(in Fix fix, double seconds)
    {
        var kept = new KeptFix(fix, RadiusOf(fix));
        if (IsReachable(_last, kept))
        {
            _weight += 1 + FlownEvidence.OfLeg(seconds, _last.Fix.Position, fix, _last.Radius.Metres95 + kept.Radius.Metres95, Speed.MetresPerSecond);
            var change = FlightChange.Kept;
            if (_suspects is { } wrong)
            {
                (SetAsideCount, LastSetAside, _suspects) = (SetAsideCount + wrong.Count, (wrong.First, wrong.Last.Fix, wrong.Count), null);
                change |= FlightChange.SetAside;
            }
            Keep(kept);
            return change;
        }
        if (_suspects is { } run && IsReachable(run.Last, kept))
            run.Add(kept, Speed.MetresPerSecond);
        else
        {
            SetAsideCount += _suspects?.Count ?? 0;
            _suspects = new SuspectRun(kept);
        }
        if (_suspects.Weight <= _weight)
            return FlightChange.None;
        _weight = _suspects.Weight;
        _fresh.AddRange(_suspects.Fixes);
        _last = _suspects.Last;
        _suspects = null;
        return FlightChange.Restarted | FlightChange.Kept;
    }

    private void Keep(in KeptFix kept)
    {
        _fresh.Add(kept);
        _last = kept;
    }

    private FlightChange Observe(in Fix fix)
    {
        if (_speeds.Add(fix.GroundSpeedKnots))
            _speedCount++;
        if (fix.BarometricAltitudeFeet > _highestFeet)
            _highestFeet = fix.BarometricAltitudeFeet;
        if (_givenKnots is not null || _speedCount < SpeedBound.LeastReports || (_isSpeedKnown && fix.GroundSpeedKnots * 1.05 < Speed.Knots && _speedCount % 64 != 0))
            return FlightChange.None;
        var (before, wasKnown) = (Speed, _isSpeedKnown);
        var speed = SpeedBound.For(_typeDesignator, _speeds.Knots, _highestFeet);
        _isSpeedKnown = true;
        if (wasKnown && speed.Knots <= before.Knots)
            return FlightChange.None;
        Speed = speed;
        return speed.Knots > before.Knots ? FlightChange.SpeedRaised : FlightChange.None;
    }

    private bool IsReachable(in KeptFix from, in KeptFix to) => ReachableChain.IsReachable(
        to.Fix.Time.SecondsSince(from.Fix.Time), from.Fix.Position, to.Fix.Position, from.Fix.Status | to.Fix.Status,
        from.Radius.BoundMetres + to.Radius.BoundMetres, Speed.MetresPerSecond);

    private PositionRadius RadiusOf(in Fix fix) => PositionRadius.Of(fix, _carried.For(fix.Time.Microseconds, fix.GroundSpeedKnots, Speed.Knots));
}
