using Overflight.Geodesy;
using Overflight.Sorties.Flight;
using Overflight.Sorties.Routes;
using Overflight.Tracks;

namespace Overflight.Sorties.Autopilot;

/// <content>Fences: the guard's word over the mode's.</content>
internal sealed partial class Pilot
{
    private EscapePath _escape;
    private EscapeStage _escapeStage;
    private double _escapeLeft;
    private double _headingBefore;
    private bool _guardedCircle;
    private string _heldBackBy = "";
    private double _heldBackAsked;
    private string _leaving = "";

    private enum EscapeStage
    {
        None,
        Turn,
        Straight,
        Circle,
    }

    /// <summary>Replaces the fences.</summary>
    public void SetFences(IReadOnlyList<Fence> fences, string reason, in FlightState state, UtcInstant time)
    {
        _guard.Set(fences);
        (_now, _place, _height) = (time, state.Place, state.Height);
        _guardedCircle = false;
        _escapeStage = EscapeStage.None;
        Report(SortieEventKind.FencesChanged, "", reason);
    }

    private double Guarded(in FlightState state, double altitude, double bank, double seconds)
    {
        if (_escapeStage is EscapeStage.Turn or EscapeStage.Straight)
            return Escape(state, seconds);
        var watchOnly = Mode is FlightMode.TakeOff or FlightMode.Landing;
        if (_guardedCircle && _segment is ArcSegment && (Mode == FlightMode.Hold || _replanAt is not null || (Mode == FlightMode.LostLink && _lostLink <= LostLinkPhase.Climb)))
            watchOnly = true;
        var verdict = _guard.Look(state, _wind, 100 + 120 * Math.Sqrt(_gustSquare), _now, altitude, Math.Clamp(bank, -_bankLimit, _bankLimit), _bankLimit, seconds, watchOnly, _report);
        switch (verdict.Action)
        {
            case GuardAction.Escape:
                if (verdict.Fence!.IsHard)
                    Report(SortieEventKind.FenceHardAvoided, verdict.Fence.Id, "turns away while it can");
                BeginEscape(verdict, state);
                return Escape(state, seconds);
            case GuardAction.Leave:
                if (Mode != FlightMode.LeavingFence)
                    ToMode(FlightMode.LeavingFence, $"{verdict.Fence!.Id} is closed; out by the nearest edge");
                if (_segment is not StraightSegment way || Geodesic.DistanceMetres(way.To, Beyond(verdict.Exit)) > 3000 || _leaving != verdict.Fence!.Id)
                {
                    _leaving = verdict.Fence!.Id;
                    Straight(Beyond(verdict.Exit));
                }
                return Follow(state);
            case GuardAction.TurnAway:
                var away = Geodesic.Inverse(verdict.Exit, _place).FinalAzimuthDegrees;
                return Math.CopySign(_bankLimit, Math.IEEERemainder(away - double.RadiansToDegrees(state.Heading), 360));
            default:
                if (Mode == FlightMode.LeavingFence)
                {
                    if (_isLost)
                        BeginLostLink();
                    else
                        BeginHold($"{_leaving} is left");
                    _leaving = "";
                }
                return bank;
        }
    }

    /// <summary>A place well past the edge, on the line to it.</summary>
    private GeoPoint Beyond(GeoPoint exit)
    {
        var towards = Geodesic.Inverse(_place, exit);
        return Geodesic.Direct(exit, towards.FinalAzimuthDegrees, 4 * _turn.HoldRadiusMetres + 5000);
    }

    private void BeginEscape(in GuardVerdict verdict, in FlightState state)
    {
        _escape = verdict.Path;
        _escapeStage = EscapeStage.Turn;
        _escapeLeft = _escape.HeadingChangeRadians;
        _headingBefore = state.Heading;
        if (!IsApproaching && Mode is not FlightMode.LostLink)
            ToMode(FlightMode.Hold, $"before {verdict.Fence!.Id}");
    }

    private double Escape(in FlightState state, double seconds)
    {
        // The turn as planned, to the heading as planned: then the circle is where it was proven to be.
        var turned = _escape.Direction * Math.IEEERemainder(state.Heading - _headingBefore, 2 * Math.PI);
        _headingBefore = state.Heading;
        if (_escapeStage == EscapeStage.Turn)
        {
            _escapeLeft -= turned;
            // What still turns while the bank comes off.
            var rest = 9.80665 * Math.Tan(Math.Abs(state.Bank)) / state.Speed * Math.Abs(state.Bank) / _performance.RollRadiansPerSecond / 2;
            if (_escapeLeft > (_escape.StraightMetres > 0 ? rest : 0))
                return _escape.Direction * 0.85 * _bankLimit;
            (_escapeStage, _escapeLeft) = (EscapeStage.Straight, _escape.StraightMetres);
        }
        if (_escapeStage == EscapeStage.Straight)
        {
            _escapeLeft -= state.Speed * seconds;
            if (_escapeLeft > 0)
                return 0;
            _escapeStage = EscapeStage.Circle;
        }
        // On the way home there may be nobody to ask: it looks for a way round again after a while.
        if (IsApproaching)
            (_detour, _replanAt, _approach) = (null, _now.AddSeconds(60), ApproachPhase.Inbound);
        Circle(_escape.Centre, _escape.RadiusMetres, _escape.Direction > 0);
        _guardedCircle = true;
        return Follow(state);
    }

    private void SayHeldBack(string by, double asked)
    {
        if (_heldBackBy == by && Math.Abs(_heldBackAsked - asked) < 1)
            return;
        (_heldBackBy, _heldBackAsked) = (by, asked);
        Report(SortieEventKind.AltitudeHeldBack, by, $"{asked:0} m was asked");
    }
}
