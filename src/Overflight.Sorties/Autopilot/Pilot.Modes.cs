using Overflight.Geodesy;
using Overflight.Sorties.Flight;
using Overflight.Sorties.Routes;
using Overflight.Tracks;

namespace Overflight.Sorties.Autopilot;

/// <content>What each mode steers by.</content>
internal sealed partial class Pilot
{
    private Airfield _target;
    private ApproachPhase _approach;
    private GeoPoint _finalStart;
    private RouteFollower? _detour;
    private UtcInstant? _replanAt;

    private bool IsApproaching => Mode is FlightMode.Return or FlightMode.Divert || (Mode == FlightMode.LostLink && _lostLink == LostLinkPhase.Return);

    /// <summary>Bank for this step, by the mode.</summary>
    private double Guide(in FlightState state)
    {
        switch (Mode)
        {
            case FlightMode.TakeOff:
                if (_height >= _setup.Home.ElevationMetres + 150)
                {
                    ToMode(FlightMode.Route, "150 m above the field");
                    if (_isLost)
                    {
                        BeginLostLink();
                        _altitude = _setup.Home.ElevationMetres + Approach.FinalHeight;
                        return Follow(state);
                    }
                    return GuideRoute(state);
                }
                return 0;
            case FlightMode.Route:
                return GuideRoute(state);
            case FlightMode.Return or FlightMode.Divert:
                return GuideApproach(state);
            case FlightMode.Landing:
                return Follow(state);
            case FlightMode.LostLink:
                return GuideLostLink(state);
            case FlightMode.GoTo:
                var bank = Follow(state);
                if (_guidance.ToGoMetres < _turn.HoldRadiusMetres && _segment is StraightSegment straight)
                {
                    Circle(straight.To, _turn.HoldRadiusMetres, true);
                    ToMode(FlightMode.Orbit, "at the place");
                }
                return bank;
            default:
                return Follow(state);
        }
    }

    /// <summary>The altitude that the mode asks for.</summary>
    private double AskedAltitude(in FlightState state)
    {
        if (Mode == FlightMode.TakeOff)
            return _setup.Home.ElevationMetres + 200;
        if (Mode == FlightMode.Landing)
            return _target.ElevationMetres + Math.Min(Approach.FinalHeight, _guidance.ToGoMetres * Approach.Glide) - 1;
        if (IsApproaching)
        {
            var final = _target.ElevationMetres + Approach.FinalHeight;
            if (_approach == ApproachPhase.Descending || LateEnough(state, final, Math.Max(0, _guidance.ToGoMetres - _turn.HoldRadiusMetres)))
                return final;
            return Math.Max(_altitude, final);
        }
        if (Mode == FlightMode.Route && _route.Leg is { AltitudePlan: AltitudePlan.ByEnd, AltitudeMetres: { } altitude } && altitude != _altitude)
        {
            if (!LateEnough(state, altitude, _guidance.ToGoMetres))
                return _altitude;
            _altitude = altitude;
        }
        return _altitude;
    }

    /// <summary>Whether a change of altitude must begin now to be made in the distance to go.</summary>
    private bool LateEnough(in FlightState state, double altitude, double toGo)
    {
        var limits = _performance.Type.Limits;
        var (east, north, _) = state.Velocity;
        var change = altitude - _height;
        var rate = change < 0 ? 0.8 * limits.DescentMetresPerSecond.Value : ClimbRate();
        return toGo <= Math.Abs(change) / rate * Math.Sqrt(east * east + north * north) + 1500;
    }

    private double ClimbRate()
    {
        var speed = _performance.LeastDragSpeed(_mass, _air.DensityKilogramsPerCubicMetre);
        var weight = _mass * Atmosphere.StandardAtmosphere.Gravity;
        var excess = (_performance.GreatestThrust(speed, _air.DensityRatio) - _performance.Drag(speed, _air.DensityKilogramsPerCubicMetre, weight)) * speed / weight;
        return Math.Clamp(0.7 * excess, 0.2, _performance.Type.Limits.ClimbMetresPerSecond.Value);
    }

    private double GuideRoute(in FlightState state)
    {
        var goesOn = _route.Update(_place, _now, _turn);
        for (var ended = _route.Ended; ended > 0; ended--)
            SayLegEnded(_route, _route.LegIndex - ended);
        if (goesOn)
        {
            ApplyLeg(_route);
            _guidance = _route.Present;
            return Steering.Bank(_guidance, state, _bankLimit);
        }
        switch (_route.Leg)
        {
            case ReturnLeg:
                BeginApproach(_setup.Home, FlightMode.Return, "the route says so");
                return GuideApproach(state);
            case DivertLeg divert:
                Report(SortieEventKind.Diversion, divert.Airfield, "the route says so");
                BeginApproach(Field(divert.Airfield)!, FlightMode.Divert, "the route says so");
                return GuideApproach(state);
            default:
                Report(SortieEventKind.RouteEnded, "", "");
                BeginHold("the route has ended");
                return Follow(state);
        }
    }

    private void SayLegEnded(RouteFollower route, int index) => Report(
        route.Route.Legs[index] is WaypointLeg ? SortieEventKind.WaypointPassed : SortieEventKind.LegEnded, LegName(route, index), $"leg {index + 1} of {route.Route.Legs.Count}");

    /// <summary>Takes over the altitude and speed of a leg when it begins.</summary>
    private void ApplyLeg(RouteFollower route)
    {
        var key = route == _route ? route.LegIndex : route.LegIndex + 1_000_000;
        if (_appliedLeg == key || route.Leg is not { } leg)
            return;
        _appliedLeg = key;
        if (leg is { AltitudeMetres: { } altitude, AltitudePlan: AltitudePlan.AtOnce })
            AskAltitude(altitude);
        else if (_altitude < _setup.Home.ElevationMetres + Approach.FinalHeight)
            _altitude = _setup.Home.ElevationMetres + Approach.FinalHeight;
        if (leg.TrueAirspeedMetresPerSecond is { } airspeed)
            _airspeed = airspeed;
        else if (leg.Speed is { } speed)
            (_speed, _airspeed) = (speed, null);
    }

    private void AskAltitude(double altitude)
    {
        var ceiling = _model.Air.HeightMetres(_performance.Type.Limits.CeilingMetres.Value);
        if (altitude > ceiling)
            SayHeldBack("ceiling", altitude);
        _altitude = Math.Min(altitude, ceiling);
        _guard.LookAgain();
    }

    private void BeginApproach(Airfield field, FlightMode mode, string why)
    {
        _target = field;
        _approach = ApproachPhase.Inbound;
        _finalStart = Approach.Start(_performance, field);
        Straight(_finalStart);
        // Round what lies between; where no way round is found, straight, and the guard keeps it out.
        var way = _guard.Detour(_place, _finalStart, field.ElevationMetres, _height, _now, _turn.HoldRadiusMetres);
        _detour = way is null ? null : new RouteFollower(new Route([.. way.Select(place => new WaypointLeg(place))]));
        _replanAt = null;
        _altitude = Math.Max(_height, field.ElevationMetres + Approach.FinalHeight);
        (_speed, _airspeed) = (SpeedChoice.Farthest, null);
        _guardedCircle = false;
        ToMode(mode, why);
    }

    private double GuideApproach(in FlightState state)
    {
        if (_replanAt is { } due && _now >= due)
            BeginApproach(_target, Mode, "");
        if (_detour is not null)
        {
            if (_detour.Update(_place, _now, _turn) && _detour.LegIndex < _detour.Route.Legs.Count - 1)
            {
                // It descends on the last leg only.
                _guidance = _detour.Present with { ToGoMetres = double.PositiveInfinity };
                return Steering.Bank(_guidance, state, _bankLimit);
            }
            _detour = null;
            Straight(_finalStart);
        }
        var bank = Follow(state);
        var high = _height > _target.ElevationMetres + Approach.FinalHeight + 60;
        if (_approach == ApproachPhase.Inbound && _guidance.ToGoMetres < _turn.HoldRadiusMetres && high)
        {
            _approach = ApproachPhase.Descending;
            Circle(_finalStart, _turn.HoldRadiusMetres, true);
        }
        else if (!high && (_approach == ApproachPhase.Descending || _guidance.ToGoMetres < 0.5 * _turn.HoldRadiusMetres))
        {
            _approach = ApproachPhase.Final;
            _segment = new StraightSegment(_finalStart, _target.Place, false);
            _memory = default;
            ToMode(FlightMode.Landing, $"on the final of {_target.Id}");
        }
        return bank;
    }

    private void BeginHold(string why)
    {
        Circle(_place, _turn.HoldRadiusMetres, true);
        _altitude = Math.Max(_height, Math.Min(_altitude, _height + 300));
        ToMode(FlightMode.Hold, why);
    }

    private void Circle(GeoPoint centre, double radius, bool clockwise)
    {
        _segment = new ArcSegment(centre, radius, clockwise);
        _memory = default;
        _guardedCircle = false;
        _guidance = _segment.Guide(_place, ref _memory);
    }

    private void Straight(GeoPoint to)
    {
        _segment = new StraightSegment(_place, to, false);
        _memory = default;
        _guidance = _segment.Guide(_place, ref _memory);
    }

    private double Follow(in FlightState state)
    {
        if (_segment is null)
            return 0;
        _guidance = _segment.Guide(_place, ref _memory);
        return Steering.Bank(_guidance, state, _bankLimit);
    }

    private Airfield? Field(string id) => _setup.Home.Id == id ? _setup.Home : _setup.Alternates.FirstOrDefault(a => a.Id == id);
}
