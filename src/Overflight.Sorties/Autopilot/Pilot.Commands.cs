using Overflight.Geodesy;
using Overflight.Sorties.Flight;
using Overflight.Sorties.Routes;
using Overflight.Tracks;

namespace Overflight.Sorties.Autopilot;

/// <content>Commands: taken, or refused with the reason.</content>
internal sealed partial class Pilot
{
    /// <summary>Takes a command, or says why not.</summary>
    public CommandAnswer Take(SortieCommand command, ref FlightState state, UtcInstant time)
    {
        (_now, _place, _height) = (time, state.Place, state.Height);
        if (state.Phase == FlightPhase.Airborne)
            Measure(state);
        string? refusal;
        if (_isLost || !_linkUp)
            refusal = "there is no link";
        else
            refusal = _stations.Refusal(command) ?? Refusal(command, state);
        if (refusal is not null)
        {
            Report(SortieEventKind.CommandRefused, command.Name, $"{command.By}: {refusal}");
            return new CommandAnswer(false, refusal);
        }
        Report(SortieEventKind.CommandAccepted, command.Name, command.By);
        Obey(command, ref state);
        return new CommandAnswer(true, "");
    }

    private string? Refusal(SortieCommand command, in FlightState state)
    {
        switch (command)
        {
            case OfferControlCommand offer:
                return _stations.Offer(offer, _now);
            case AcceptControlCommand or DeclineControlCommand:
                return null;
            case TakeOffCommand:
                return state.Phase == FlightPhase.Parked && !HasFlown ? null : "it has taken off already";
        }
        if (state.Phase != FlightPhase.Airborne)
            return "it is on the ground";
        if (Mode == FlightMode.TakeOff)
            return "it is taking off";
        if (_saidEmpty)
            return "the tanks are empty";
        if (Mode == FlightMode.Landing && command is not (GoToCommand or HoldCommand or ReturnCommand or DivertCommand or OrbitCommand))
            return "it is landing";
        if (Mode == FlightMode.LeavingFence)
            return "it is leaving a closed area";
        return command switch
        {
            GoToCommand go => AltitudeRefusal(go.AltitudeMetres) ?? PlaceRefusal(go.At, state),
            OrbitCommand orbit => AltitudeRefusal(orbit.AltitudeMetres) ?? RadiusRefusal(orbit.RadiusMetres) ?? PlaceRefusal(orbit.Centre, state),
            AltitudeCommand altitude => AltitudeRefusal(altitude.AltitudeMetres),
            SpeedCommand speed => SpeedRefusal(speed),
            RouteCommand route => RouteRefusal(route.Route),
            ResumeCommand when _route.Leg is null => "the route has ended",
            DivertCommand divert when Field(divert.Airfield) is null => $"there is no airfield \"{divert.Airfield}\"",
            DivertCommand divert when _fuel.Need(state, Field(divert.Airfield)!, _now) is { } need && need.TripKilograms > state.Fuel =>
                $"{need.TripKilograms:0.0} kg are needed to {divert.Airfield}, {state.Fuel:0.0} kg are left",
            _ => null,
        };
    }

    private string? AltitudeRefusal(double? altitude)
    {
        if (altitude is not { } asked)
            return null;
        var ceiling = _model.Air.HeightMetres(_performance.Type.Limits.CeilingMetres.Value);
        if (!(asked <= ceiling))
            return $"{asked:0} m is above the ceiling of {ceiling:0} m";
        var lowest = _setup.Home.ElevationMetres + 100;
        return asked < lowest ? $"{asked:0} m is less than 100 m above the field" : null;
    }

    private string? RadiusRefusal(double radius)
    {
        var ground = _turn.SpeedMetresPerSecond + _turn.Wind.SpeedMetresPerSecond;
        var least = ground * ground / (Atmosphere.StandardAtmosphere.Gravity * Math.Tan(0.95 * _bankLimit));
        return radius >= least && radius <= 500_000 ? null : $"a circle of {radius:0} m cannot be held: at this speed and wind it takes {least:0} m";
    }

    private string? PlaceRefusal(GeoPoint place, in FlightState state)
    {
        if (!place.IsValid || Math.Abs(place.LatitudeDegrees) > 89)
            return "no place between 89° south and north";
        if (_guard.Forbids(place, _height, _now) is { } fence)
            return $"the place is on the wrong side of {fence}";
        // Out there and home again with the reserve.
        var outward = _fuel.Seconds(_place, place, _height, state.Speed, _now, out _);
        var left = state.Fuel - outward * state.FuelFlow;
        if (!double.IsFinite(outward) || left <= 0)
            return "the place is out of reach";
        if (_setup.Fuel.MayEndAtAlternate || _setup.Fuel.WarnOnly)
            return null;
        var home = _fuel.Need(place, _height, left, _setup.Home, _now.AddSeconds(outward));
        return left < home.TotalKilograms ? $"from there home takes {home.TotalKilograms:0.0} kg with the reserve, and {left:0.0} kg would be left" : null;
    }

    private string? SpeedRefusal(SpeedCommand speed)
    {
        if (speed.Speed is null == speed.TrueAirspeedMetresPerSecond is null)
            return "one of a usual speed and a true airspeed is needed";
        if (speed.TrueAirspeedMetresPerSecond is not { } asked)
            return null;
        var slowest = _performance.SlowestSpeed(_mass, _air.DensityKilogramsPerCubicMetre);
        return asked >= slowest && asked <= _performance.MaximumSpeed ? null : $"{asked:0.0} m/s is not between {slowest:0.0} and {_performance.MaximumSpeed:0.0} m/s";
    }

    private string? RouteRefusal(Route route)
    {
        try
        {
            route.Check();
        }
        catch (InvalidDataException error)
        {
            return error.Message;
        }
        return route.Legs.OfType<DivertLeg>().FirstOrDefault(d => Field(d.Airfield) is null) is { } unknown ? $"there is no airfield \"{unknown.Airfield}\"" : null;
    }

    private void Obey(SortieCommand command, ref FlightState state)
    {
        if (command is not (OfferControlCommand or AcceptControlCommand or DeclineControlCommand))
        {
            _guard.LookAgain();
            (_guardedCircle, _escapeStage) = (_guardedCircle && command is not SpeedCommand, command is AltitudeCommand or SpeedCommand ? _escapeStage : EscapeStage.None);
        }
        switch (command)
        {
            case TakeOffCommand:
                BeginTakeOff(ref state, command.By);
                break;
            case GoToCommand go:
                if (go.AltitudeMetres is { } altitude)
                    AskAltitude(altitude);
                Straight(go.At);
                ToMode(FlightMode.GoTo, command.By);
                break;
            case OrbitCommand orbit:
                if (orbit.AltitudeMetres is { } height)
                    AskAltitude(height);
                Circle(orbit.Centre, orbit.RadiusMetres, orbit.Clockwise);
                ToMode(FlightMode.Orbit, command.By);
                break;
            case HoldCommand:
                BeginHold(command.By);
                break;
            case ResumeCommand:
                _guard.Acknowledge();
                _route.Reenter();
                _appliedLeg = -1;
                ToMode(FlightMode.Route, command.By);
                break;
            case RouteCommand route:
                _route = new RouteFollower(route.Route);
                _appliedLeg = -1;
                ToMode(FlightMode.Route, command.By);
                break;
            case ReturnCommand:
                BeginApproach(_setup.Home, FlightMode.Return, command.By);
                break;
            case DivertCommand divert:
                Report(SortieEventKind.Diversion, divert.Airfield, command.By);
                BeginApproach(Field(divert.Airfield)!, FlightMode.Divert, command.By);
                break;
            case AltitudeCommand ask:
                AskAltitude(ask.AltitudeMetres);
                break;
            case SpeedCommand speed:
                (_speed, _airspeed) = (speed.Speed ?? _speed, speed.TrueAirspeedMetresPerSecond);
                break;
            case OfferControlCommand offer:
                Report(SortieEventKind.ControlOffered, offer.To, $"by {offer.By}, for {offer.TimeoutSeconds:0} s");
                break;
            case AcceptControlCommand:
                _stations.Accept();
                Report(SortieEventKind.ControlPassed, command.By, "");
                break;
            case DeclineControlCommand:
                _stations.Decline();
                Report(SortieEventKind.ControlOfferEnded, command.By, "declined");
                break;
        }
    }
}
