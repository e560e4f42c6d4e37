using System.Globalization;
using Overflight.Geodesy;
using Overflight.Mavlink;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Protocols.Missions;
using Overflight.Mavlink.Vehicles;
using Overflight.Operations.Flying;
using Overflight.Sorties.Autopilot;
using Overflight.Sorties.Routes;

namespace Overflight.Operations.Linking;

/// <summary>
/// A flown aircraft as a vehicle on a MAVLink link, so that a ground station flies it. What is asked over the link goes the way of all commands: a
/// leaf, the control stations, the fences of its papers.
/// </summary>
public sealed class LinkedVehicle(FlownAircraft aircraft) : IVehicle
{
    private readonly DateTimeOffset _boot = aircraft.Read(s => s.Time).ToDateTimeOffset();
    private bool _isArmed;
    private Route? _plan;

    /// <inheritdoc/>
    public MavType Type => MavType.FixedWing;

    /// <inheritdoc/>
    public GimbalLimits? Gimbal => aircraft.Sensor is null ? null : new(-120, 20, -180, 180);

    /// <inheritdoc/>
    public ICamera? Camera => null;

    /// <inheritdoc/>
    public VehicleState State => aircraft.Read(simulation =>
    {
        var (s, progress) = (simulation.State, simulation.Progress);
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(s.TrackDegrees));
        var undulation = Geoid.IsAvailable ? Geoid.UndulationMetres(s.Place) : 0;
        return new VehicleState
        {
            Time = s.Time.ToDateTimeOffset(),
            SinceBoot = s.Time.ToDateTimeOffset() - _boot,
            Latitude = s.Place.LatitudeDegrees,
            Longitude = s.Place.LongitudeDegrees,
            AltitudeMsl = s.HeightMetres - undulation,
            HeightEllipsoid = s.HeightMetres,
            PressureAltitude = s.PressureAltitudeMetres,
            VelocityNorth = s.GroundSpeedMetresPerSecond * cos,
            VelocityEast = s.GroundSpeedMetresPerSecond * sin,
            VelocityDown = -s.VerticalSpeedMetresPerSecond,
            Airspeed = s.TrueAirspeedMetresPerSecond,
            Roll = s.RollDegrees,
            Pitch = s.PitchDegrees,
            Heading = s.HeadingDegrees,
            Mode = Mode(simulation.Mode),
            IsArmed = _isArmed && !simulation.IsOver,
            Landed = s.IsAirborne ? MavLandedState.InAir : MavLandedState.OnGround,
            System = s.IsAirborne ? MavState.Active : MavState.Standby,
            Home = Home,
            CurrentItem = Math.Max(0, progress.LegIndex),
            CrossTrack = progress.CrossTrackMetres,
        };
    });

    private Place Home => new(aircraft.Sortie.Route.Points[0].Latitude, aircraft.Sortie.Route.Points[0].Longitude, aircraft.Aircraft.ElevationMetres);

    private string Station => aircraft.Read(s => s.Stations.Holder.Id);

    /// <inheritdoc/>
    public VehicleAnswer Arm()
    {
        _isArmed = true;
        return VehicleAnswer.Done;
    }

    /// <inheritdoc/>
    public VehicleAnswer Disarm(bool force)
    {
        if (aircraft.Read(s => s.State.IsAirborne))
            return VehicleAnswer.Refused("it is in the air");
        _isArmed = false;
        return VehicleAnswer.Done;
    }

    /// <inheritdoc/>
    public VehicleAnswer TakeOff(Place target) => _isArmed ? Send(new TakeOffCommand(Station), "takeoff") : VehicleAnswer.Refused("it is not armed");

    /// <inheritdoc/>
    public VehicleAnswer Land(Place at) => Send(new ReturnCommand(Station), "return");

    /// <inheritdoc/>
    public VehicleAnswer SetMode(VehicleMode mode) => mode switch
    {
        VehicleMode.Hold => Send(new HoldCommand(Station), "hold"),
        VehicleMode.Return or VehicleMode.Land => Send(new ReturnCommand(Station), "return"),
        VehicleMode.Mission => StartMission(0),
        VehicleMode.Guided => Send(new HoldCommand(Station), "hold"),
        VehicleMode.TakeOff => TakeOff(Home),
        _ => VehicleAnswer.Unsupported,
    };

    /// <inheritdoc/>
    public VehicleAnswer FlyTo(Reposition reposition)
    {
        ArgumentNullException.ThrowIfNull(reposition);
        var to = new GeoPoint(reposition.To.Latitude, reposition.To.Longitude);
        return to.IsValid ? Send(new GoToCommand(Station, to, Altitude(reposition.To)), $"goto {Text(to)}") : VehicleAnswer.Refused("that is no place");
    }

    /// <inheritdoc/>
    public VehicleAnswer Orbit(OrbitRequest orbit)
    {
        ArgumentNullException.ThrowIfNull(orbit);
        var centre = new GeoPoint(orbit.Centre.Latitude, orbit.Centre.Longitude);
        const double usualRadius = 2_000;
        var radius = orbit.Radius ?? usualRadius;
        return centre.IsValid && Math.Abs(radius) >= 10
            ? Send(new OrbitCommand(Station, centre, Math.Abs(radius), radius > 0, Altitude(orbit.Centre)), string.Create(CultureInfo.InvariantCulture, $"orbit {Text(centre)} {Math.Abs(radius):0}"))
            : VehicleAnswer.Refused("that is no circle");
    }

    /// <inheritdoc/>
    public VehicleAnswer ChangeSpeed(SpeedKind kind, double? speed) => kind != SpeedKind.Air ? VehicleAnswer.Unsupported
        : Send(speed is { } metres ? new SpeedCommand(Station, TrueAirspeedMetresPerSecond: metres) : new SpeedCommand(Station, SpeedChoice.Cruise), string.Create(CultureInfo.InvariantCulture, $"speed {speed}"));

    /// <inheritdoc/>
    public VehicleAnswer ChangeAltitude(double altitudeMsl) => Send(new AltitudeCommand(Station, altitudeMsl), string.Create(CultureInfo.InvariantCulture, $"altitude {altitudeMsl:0}"));

    /// <inheritdoc/>
    public VehicleAnswer StartMission(int firstItem)
    {
        if (!_isArmed)
            return VehicleAnswer.Refused("it is not armed");
        var words = $"route of {_plan?.Legs.Count} legs";
        if (aircraft.Read(s => s.State.IsAirborne))
            return _plan is null ? Send(new ResumeCommand(Station), "resume") : Send(new RouteCommand(Station, _plan), words);
        if (_plan is not null)
            aircraft.SendOnceOnRoute(new RouteCommand(Station, _plan), words);
        return Send(new TakeOffCommand(Station), "takeoff");
    }

    /// <inheritdoc/>
    public VehicleAnswer SetCurrentItem(int item) => VehicleAnswer.Unsupported;

    /// <inheritdoc/>
    public VehicleAnswer SetHome(Place? home) => VehicleAnswer.Refused("home is what the sortie's paper says");

    /// <inheritdoc/>
    public VehicleAnswer PointGimbal(GimbalAim aim)
    {
        ArgumentNullException.ThrowIfNull(aim);
        if (aircraft.Sensor is null)
            return VehicleAnswer.Unsupported;
        var words = aim switch
        {
            { IsNeutral: true } => "stow",
            { At: { } at } => $"look {Text(new(at.Latitude, at.Longitude))}",
            _ when double.IsNaN(aim.Pitch) => null,
            _ => string.Create(CultureInfo.InvariantCulture, $"point {Heading(aim):0.00} {-aim.Pitch:0.00}"),
        };
        return words is null ? VehicleAnswer.Unsupported : aircraft.Say(words) is { } refusal ? VehicleAnswer.Refused(refusal) : VehicleAnswer.Done;
    }

    /// <inheritdoc/>
    public MavMissionResult TakePlan(MavMissionType type, MissionPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        // The fences and the places to divert to are those of its papers.
        if (type != MavMissionType.Mission)
            return plan.Items.Count == 0 ? MavMissionResult.Accepted : MavMissionResult.Denied;
        if (plan.Items.Count == 0)
        {
            _plan = null;
            return MavMissionResult.Accepted;
        }
        var route = PlanRoute.Of(plan, Home.AltitudeMsl, out var result);
        _plan = route ?? _plan;
        return result;
    }

    private VehicleAnswer Send(SortieCommand command, string words)
    {
        var answer = aircraft.Send(command, words);
        return answer.IsAccepted ? VehicleAnswer.Done : VehicleAnswer.Refused(answer.Reason);
    }

    private double Heading(GimbalAim aim)
    {
        var yaw = double.IsNaN(aim.Yaw) ? 0 : aim.Yaw;
        return (((aim.IsYawLocked ? yaw : aircraft.Read(s => s.State.HeadingDegrees) + yaw) % 360) + 360) % 360;
    }

    private static double? Altitude(Place place) => double.IsNaN(place.AltitudeMsl) ? null : place.AltitudeMsl;

    private static string Text(GeoPoint place) => string.Create(CultureInfo.InvariantCulture, $"{place.LatitudeDegrees:0.000000} {place.LongitudeDegrees:0.000000}");

    private static VehicleMode Mode(FlightMode mode) => mode switch
    {
        FlightMode.TakeOff => VehicleMode.TakeOff,
        FlightMode.Route => VehicleMode.Mission,
        FlightMode.Hold or FlightMode.Ground => VehicleMode.Hold,
        FlightMode.Orbit => VehicleMode.Orbit,
        FlightMode.GoTo => VehicleMode.Guided,
        FlightMode.Return or FlightMode.Divert or FlightMode.LostLink => VehicleMode.Return,
        FlightMode.Landing => VehicleMode.Land,
        _ => VehicleMode.Other,
    };
}
