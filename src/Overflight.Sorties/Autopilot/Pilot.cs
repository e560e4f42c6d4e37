using Overflight.Geodesy;
using Overflight.Sorties.Aircraft;
using Overflight.Sorties.Atmosphere;
using Overflight.Sorties.Flight;
using Overflight.Sorties.Routes;
using Overflight.Sorties.Simulation;
using Overflight.Tracks;

namespace Overflight.Sorties.Autopilot;

/// <summary>The autopilot: decides from step to step what is asked of the aircraft. Modes are in <c>Pilot.Modes.cs</c>, commands, link, fuel and fences beside it.</summary>
internal sealed partial class Pilot
{
    private readonly SortieSetup _setup;
    private readonly FlightModel _model;
    private readonly Performance _performance;
    private readonly FuelComputer _fuel;
    private readonly ControlStations _stations;
    private readonly FenceGuard _guard;
    private readonly Action<SortieEvent> _emit;
    private readonly Action<SortieEventKind, string, string> _report;
    private UtcInstant _now;
    private GeoPoint _place;
    private double _height;

    private RouteFollower _route;
    private RouteFollower? _lostLinkRoute;
    private int _appliedLeg = -1;
    private PathSegment? _segment;
    private SegmentMemory _memory;
    private Guidance _guidance;
    private TurnAbility _turn;
    private double _bankLimit;
    private double _mass;
    private double _groundSpeed;
    private AirState _air;

    private Wind _wind;
    private double _gustSquare;
    private UtcInstant _windAt;

    private double _altitude;
    private SpeedChoice _speed = SpeedChoice.Cruise;
    private double? _airspeed;

    public Pilot(SortieSetup setup, FlightModel model, FuelComputer fuel, ControlStations stations, Action<SortieEvent> emit)
    {
        (_setup, _model, _performance, _fuel, _stations, _emit) = (setup, model, model.Performance, fuel, stations, emit);
        _report = Report;
        _guard = new FenceGuard(_performance);
        _guard.Set(setup.Fences);
        _route = new RouteFollower(setup.Route);
        _target = setup.Home;
        _altitude = setup.Airborne?.AltitudeMetres ?? setup.Home.ElevationMetres;
        if (setup.Airborne is not null)
        {
            Mode = FlightMode.Route;
            HasFlown = true;
        }
    }

    public FlightMode Mode { get; private set; }

    /// <summary>Whether it has been in the air.</summary>
    public bool HasFlown { get; private set; }

    /// <summary>Decides the next step.</summary>
    public FlightDemand Step(ref FlightState state, UtcInstant time, bool linkUp, double seconds)
    {
        (_now, _place, _height) = (time, state.Place, state.Height);
        if (_stations.Lapse(time) is { } lapsed)
            Report(SortieEventKind.ControlOfferEnded, lapsed.Id, "not accepted in time");
        WatchLink(state, linkUp);
        if (state.Phase != FlightPhase.Airborne)
            return OnGround(ref state);

        Measure(state);
        WatchFuel(state);
        var bank = Guide(state);
        var asked = AskedAltitude(state);
        bank = Guarded(state, asked, bank, seconds);
        var held = _guard.HoldAltitude(state, time, asked, out var by);
        if (by is not null && Mode is not (FlightMode.TakeOff or FlightMode.Landing))
        {
            SayHeldBack(by.Id, asked);
            asked = held;
        }
        return new FlightDemand(bank, AskedSpeed(asked), Vertical(asked)) { DragDevices = Mode == FlightMode.Landing };
    }

    /// <summary>Notes what the step brought about: lift-off, touch-down, empty tanks.</summary>
    public void AfterStep(ref FlightState state, UtcInstant time)
    {
        (_now, _place, _height) = (time, state.Place, state.Height);
        if (state.Phase == FlightPhase.Airborne && !HasFlown)
        {
            HasFlown = true;
            Report(SortieEventKind.TookOff, _setup.Home.Id, "");
        }
        if (state.Phase == FlightPhase.Airborne && state.Height <= GroundMetres && Mode != FlightMode.TakeOff && state.PathAngle <= 0)
            TouchDown(ref state);
        if (state.Fuel <= 0 && !_saidEmpty)
        {
            _saidEmpty = true;
            Report(SortieEventKind.FuelExhausted, "", "the tanks are empty");
        }
        if (state.Phase == FlightPhase.Parked && HasFlown && Mode != FlightMode.Ground)
            ToMode(FlightMode.Ground, "stands");
    }

    /// <summary>How far along it is.</summary>
    public SortieProgress Progress(in FlightState state, UtcInstant time)
    {
        var (east, north, _) = state.Velocity;
        var speed = Math.Sqrt(east * east + north * north);
        var onRoute = Mode == FlightMode.Route && _route.Leg is not null;
        UtcInstant? eta = speed > 1 && double.IsFinite(_guidance.ToGoMetres) ? time.AddSeconds(Math.Max(0, _guidance.ToGoMetres) / speed) : null;
        return new SortieProgress(
            _route.LegIndex, onRoute ? LegName(_route, _route.LegIndex) : null, _guidance.CrossTrackMetres,
            (_guidance.CourseDegrees % 360 + 360) % 360, _guidance.ToGoMetres, eta);
    }

    private void Measure(in FlightState state)
    {
        _mass = _model.Mass(state);
        _air = _model.Air.At(state.Height);
        _bankLimit = _performance.GreatestBank(state.Speed, _mass, _air.DensityKilogramsPerCubicMetre);
        EstimateWind(state);
        var (east, north, _) = state.Velocity;
        _groundSpeed = Math.Sqrt(east * east + north * north);
        var ground = state.Speed + _wind.SpeedMetresPerSecond;
        var hold = Math.Max(30, 1.25 * ground * ground / (StandardAtmosphere.Gravity * Math.Tan(0.75 * _bankLimit)));
        _turn = new TurnAbility(state.Speed, _wind, 0.8 * _bankLimit, _performance.RollRadiansPerSecond, hold);
    }

    /// <summary>The wind as an aircraft knows it: what it feels, smoothed over half a minute, and how far that is off from second to second.</summary>
    private void EstimateWind(in FlightState state)
    {
        if (_windAt.Microseconds == 0)
            (_wind, _windAt) = (state.Wind, _now);
        var kept = Math.Exp(-_now.SecondsSince(_windAt) / 30);
        _windAt = _now;
        _wind = kept * _wind + (1 - kept) * state.Wind;
        var off = state.Wind + -1 * _wind;
        var square = 0.5 * (off.EastMetresPerSecond * off.EastMetresPerSecond + off.NorthMetresPerSecond * off.NorthMetresPerSecond);
        _gustSquare = kept * _gustSquare + (1 - kept) * square;
    }

    private FlightDemand OnGround(ref FlightState state)
    {
        if (state.Phase == FlightPhase.Parked && !HasFlown && !_setup.WaitsForTakeOff && _now >= (_setup.TakeOffAt ?? _setup.Start) && Mode == FlightMode.Ground && !_isLost)
            BeginTakeOff(ref state, "as planned");
        return new FlightDemand(0, 0, 0);
    }

    private void BeginTakeOff(ref FlightState state, string why)
    {
        state.Phase = FlightPhase.TakeOffRoll;
        ToMode(FlightMode.TakeOff, why);
    }

    /// <summary>The ground is flat: at the airfield's elevation on the final, and elsewhere at the lower of the two fields'.</summary>
    private double GroundMetres => Mode == FlightMode.Landing ? _target.ElevationMetres : Math.Min(_setup.Home.ElevationMetres, _target.ElevationMetres);

    private void TouchDown(ref FlightState state)
    {
        var (east, north, _) = state.Velocity;
        state.Speed = Math.Sqrt(east * east + north * north);
        state.Heading = Math.Atan2(east, north) is var track && track < 0 ? track + 2 * Math.PI : track;
        state.Phase = FlightPhase.RollOut;
        state.Height = GroundMetres;
        var distance = Geodesic.DistanceMetres(state.Place, _target.Place);
        if (Mode == FlightMode.Landing && distance < 3000)
            Report(SortieEventKind.Landed, _target.Id, "");
        else
            Report(SortieEventKind.GroundContact, "", $"{distance / 1000:0.0} km from {_target.Id}");
        _segment = null;
    }

    private double Vertical(double asked)
    {
        if (_saidEmpty)
            return -100;
        // On the glide path what is asked sinks as it goes.
        var sink = Mode == FlightMode.Landing && _guidance.ToGoMetres * Approach.Glide < Approach.FinalHeight ? _groundSpeed * Approach.Glide : 0;
        return (asked - _height) / 8 - sink;
    }

    private double AskedSpeed(double asked)
    {
        var density = _air.DensityKilogramsPerCubicMetre;
        if (_saidEmpty)
            return _performance.LeastDragSpeed(_mass, density);
        if (Mode == FlightMode.Landing)
            return 1.3 * _performance.StallSpeed(_mass, density, 1);
        var speed = _airspeed ?? _speed switch
        {
            SpeedChoice.Loiter => _performance.LoiterSpeed(_mass, density),
            SpeedChoice.Farthest => _performance.FarthestSpeed(_mass, density),
            SpeedChoice.Dash => _performance.MaximumSpeed,
            _ => _performance.Type.Speeds.CruiseMetresPerSecond.Value,
        };
        // It climbs at the speed where power to spare is greatest, near that of least drag.
        return asked - _height > 60 ? Math.Min(speed, Math.Max(_performance.LeastDragSpeed(_mass, density), _performance.SlowestSpeed(_mass, density))) : speed;
    }

    private void ToMode(FlightMode mode, string why)
    {
        if (mode == Mode)
            return;
        var before = Mode;
        Mode = mode;
        Report(SortieEventKind.ModeChanged, mode.ToString(), $"from {before}: {why}");
    }

    private void Report(SortieEventKind kind, string subject, string detail) => _emit(new SortieEvent(_now, _place, _height, kind, subject, detail));

    private static string LegName(RouteFollower route, int index) => route.Route.Legs[index].Name ?? $"leg {index + 1}";
}
