using Overflight.Airspace.Verdicts;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Airspace.Watching;

/// <summary>
/// One flight against one region, fix by fix: the same looks at fixes and legs as over a recorded flight, so that after
/// the same fixes the answer is the same.
/// </summary>
internal sealed class RegionFollower(AirspaceRegion region)
{
    private readonly ZoneLimits _limits = new(region);
    private readonly List<int> _slots = [];
    private SideFollower _sides = new(region);
    private bool _isLookedAtLast;
    private int _measuredAt;
    private double _measuredMetres;

    public AirspaceRegion Region => region;

    /// <summary>How many fixes were taken.</summary>
    public int Count { get; private set; }

    /// <summary>Where the last fix is by the region's sides alone.</summary>
    public FixClass Side { get; private set; }

    /// <summary>Where the last fix is, height and time taken into account.</summary>
    public FixClass Place { get; private set; }

    /// <summary>What may have happened on the last leg.</summary>
    public LegClass LastLeg { get; private set; }

    public bool IsEverCertain { get; private set; }

    public bool IsEverPossible { get; private set; }

    /// <summary>The answer over the fixes taken.</summary>
    public AirspaceVerdictKind Kind =>
        IsEverCertain ? AirspaceVerdictKind.Entered : IsEverPossible ? AirspaceVerdictKind.CannotBeRuledOut : AirspaceVerdictKind.DidNotEnter;

    /// <summary>A lower bound of the last fix's distance from the boundary less the boundary's uncertainty, metres; costs nothing.</summary>
    public double LeastClearanceAt(in PlacedFix last) => _measuredAt == Count ? _measuredMetres : _sides.ClearanceFrom(last.Point);

    /// <summary>An upper bound of the same.</summary>
    public double GreatestClearanceAt(in PlacedFix last) => _measuredAt == Count ? _measuredMetres : _sides.GreatestClearanceFrom(last.Point);

    /// <summary>The last fix's distance from the boundary less the boundary's uncertainty, by chord, metres.</summary>
    public double ClearanceAt(in PlacedFix last)
    {
        if (_measuredAt != Count)
        {
            var found = region.Tree.NearestWidened(last.Point);
            (_measuredAt, _measuredMetres) = (Count, found.Slot < 0 ? double.PositiveInfinity : found.ChordMetres);
        }
        return _measuredMetres;
    }

    /// <summary>Whether the last fix is within a distance of the boundary, its uncertainty taken off.</summary>
    public bool IsWithin(in PlacedFix last, double metres) => LeastClearanceAt(last) <= metres && ClearanceAt(last) <= metres;

    public void Reset()
    {
        (Count, _isLookedAtLast, IsEverCertain, IsEverPossible, _measuredAt) = (0, false, false, false, 0);
        _sides = new SideFollower(region);
    }

    /// <summary>Takes the next fix.</summary>
    public void Take(in PlacedFix previous, in PlacedFix fix, in Leg leg)
    {
        var (sideBefore, placeBefore) = (Side, Place);
        var isFirst = Count++ == 0;
        if (isFirst)
        {
            LookAt(fix);
            LastLeg = LegClass.Clear;
        }
        else if (IsSettled(previous, fix, leg))
        {
            Side = _sides.Side;
            LastLeg = LegClass.Clear;
        }
        else
        {
            LookAt(fix);
            LastLeg = Side == sideBefore && Side != FixClass.Near
                ? LegJudge.Look(region.Tree, leg, Side, _slots, out _)
                : LegClass.MayTouch;
        }
        Place = Side;
        if (_limits.Exist)
        {
            Place = _limits.Limit(Side, fix.Fix);
            if (!isFirst)
                LastLeg = _limits.Limit(LastLeg, new ZoneLimits.LimitedFix(previous.Fix, sideBefore, placeBefore), new ZoneLimits.LimitedFix(fix.Fix, Side, Place));
        }
        IsEverCertain |= Place == FixClass.Inside || LastLeg == LegClass.Forced;
        IsEverPossible |= Place == FixClass.Near || LastLeg == LegClass.MayTouch;
    }

    /// <summary>Whether a path from one fix to another stays on the side of the last look at any speed that the bound may rise to.</summary>
    public bool IsFarFrom(in PlacedFix from, in PlacedFix to, SpeedBound bound)
    {
        var leg = to.LegFrom(from, Math.Max(bound.Knots, SpeedBound.GreatestKnots) * (Wgs84.MetresPerNauticalMile / 3600));
        return _sides.Settles(leg.FromPoint, leg.ReachFromStartMetres, leg.ToPoint, to.BoundMetres);
    }

    private bool IsSettled(in PlacedFix previous, in PlacedFix fix, in Leg leg)
    {
        if (_sides.Settles(leg.FromPoint, leg.ReachFromStartMetres, leg.ToPoint, fix.BoundMetres))
        {
            _isLookedAtLast = false;
            return true;
        }
        if (_isLookedAtLast)
            return false;
        // What an earlier look does not settle, one from nearer by may.
        LookAt(previous);
        var isSettled = _sides.Settles(leg.FromPoint, leg.ReachFromStartMetres, leg.ToPoint, fix.BoundMetres);
        _isLookedAtLast = false;
        return isSettled;
    }

    private void LookAt(in PlacedFix fix)
    {
        _sides.Look(fix.Fix.Position, fix.Point, fix.BoundMetres);
        Side = _sides.Side;
        _isLookedAtLast = true;
    }
}
