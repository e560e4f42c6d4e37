using Overflight.Sorties.Flight;
using Overflight.Sorties.Routes;
using Overflight.Tracks;

namespace Overflight.Sorties.Autopilot;

/// <content>The control link, and what is done without it.</content>
internal sealed partial class Pilot
{
    private LostLinkPhase _lostLink;
    private UtcInstant? _silentSince;
    private UtcInstant _lostAt;
    private UtcInstant _loiterFrom;
    private bool _isLost;
    private bool _linkUp = true;
    private (FlightMode Mode, PathSegment? Segment, double Altitude, SpeedChoice Speed, double? Airspeed) _before;

    private void WatchLink(in FlightState state, bool linkUp)
    {
        _linkUp = linkUp;
        if (linkUp)
        {
            _silentSince = null;
            if (_isLost)
                Regain();
            return;
        }
        _silentSince ??= _now;
        if (_isLost || _now.SecondsSince(_silentSince.Value) < _setup.LostLink.DetectSeconds)
            return;
        _isLost = true;
        _lostAt = _now;
        Report(SortieEventKind.LinkLost, _stations.Holder.Id, $"silent for {_setup.LostLink.DetectSeconds:0} s");
        // One that is going down already, or home, goes on with it.
        if (state.Phase != FlightPhase.Airborne || Mode is FlightMode.TakeOff or FlightMode.Return or FlightMode.Divert or FlightMode.Landing)
            return;
        // One that leaves a closed area does so first.
        if (Mode == FlightMode.LeavingFence)
            return;
        Measure(state);
        BeginLostLink();
    }

    private void BeginLostLink()
    {
        _before = Mode == FlightMode.LeavingFence ? (FlightMode.Hold, null, _altitude, _speed, _airspeed) : (Mode, _segment, _altitude, _speed, _airspeed);
        _lostLink = LostLinkPhase.Loiter;
        _loiterFrom = _now;
        Circle(_place, _turn.HoldRadiusMetres, true);
        (_speed, _airspeed, _altitude) = (SpeedChoice.Loiter, null, _height);
        ToMode(FlightMode.LostLink, "no link");
        Report(SortieEventKind.LostLinkPhase, "Loiter", $"for {_setup.LostLink.LoiterSeconds:0} s");
    }

    private double GuideLostLink(in FlightState state)
    {
        var plan = _setup.LostLink;
        if (_lostLink == LostLinkPhase.Loiter && _now.SecondsSince(_loiterFrom) >= plan.LoiterSeconds)
        {
            _lostLink = LostLinkPhase.Climb;
            if (plan.ClimbToMetres is { } climb && climb > _height)
            {
                AskAltitude(climb);
                Report(SortieEventKind.LostLinkPhase, "Climb", $"to {_altitude:0} m");
            }
        }
        // A ceiling of power or fence ends the climb as well: it is over when it no longer climbs.
        if (_lostLink == LostLinkPhase.Climb && (_height >= _altitude - 30 || (state.PathAngle < 0.002 && _now.SecondsSince(_loiterFrom) > plan.LoiterSeconds + 60)))
        {
            _lostLink = LostLinkPhase.Route;
            if (plan.Route is { } route)
            {
                _lostLinkRoute = new RouteFollower(route);
                (_speed, _airspeed) = (SpeedChoice.Farthest, null);
                Report(SortieEventKind.LostLinkPhase, "Route", "");
            }
        }
        if (_lostLink == LostLinkPhase.Route)
        {
            if (_lostLinkRoute is not null && _lostLinkRoute.Update(_place, _now, _turn))
            {
                for (var ended = _lostLinkRoute.Ended; ended > 0; ended--)
                    SayLegEnded(_lostLinkRoute, _lostLinkRoute.LegIndex - ended);
                ApplyLeg(_lostLinkRoute);
                _guidance = _lostLinkRoute.Present;
                return Steering.Bank(_guidance, state, _bankLimit);
            }
            _lostLink = LostLinkPhase.Return;
            var field = _lostLinkRoute?.Leg is DivertLeg divert ? Field(divert.Airfield)! : _setup.Home;
            Report(SortieEventKind.LostLinkPhase, "Return", $"to {field.Id}");
            BeginApproach(field, FlightMode.LostLink, "");
        }
        return _lostLink == LostLinkPhase.Return ? GuideApproach(state) : Follow(state);
    }

    private void Regain()
    {
        _isLost = false;
        Report(SortieEventKind.LinkRegained, _stations.Holder.Id, $"after {_now.SecondsSince(_lostAt) + _setup.LostLink.DetectSeconds:0} s");
        if (Mode != FlightMode.LostLink || _setup.LostLink.WhenRegained == LinkRegainedAction.Continue)
            return;
        if (_setup.LostLink.WhenRegained == LinkRegainedAction.Hold || _before.Mode is FlightMode.Hold)
        {
            BeginHold("the link is back");
            return;
        }
        (_segment, _altitude, _speed, _airspeed) = (_before.Segment, _before.Altitude, _before.Speed, _before.Airspeed);
        _memory = default;
        _guardedCircle = false;
        _route.Reenter();
        ToMode(_before.Mode, "the link is back");
    }
}
