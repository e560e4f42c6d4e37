using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Protocols.Missions;
using Overflight.Mavlink.Vehicles;

namespace Overflight.Mavlink.Tests.Vehicles;

/// <summary>A vehicle that is at once where it is told to fly.</summary>
internal sealed class MadeVehicle : IVehicle
{
    public static readonly Place Home = new(47.3977418, 8.5455938, 488);

    public MadeVehicle() => Camera = new MadeCamera();

    public MavType Type => MavType.FixedWing;

    public VehicleState State { get; set; } = new()
    {
        Time = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero),
        SinceBoot = TimeSpan.FromSeconds(100),
        Latitude = Home.Latitude,
        Longitude = Home.Longitude,
        AltitudeMsl = Home.AltitudeMsl,
        HeightEllipsoid = 535,
        Airspeed = 0,
        Heading = 359.999,
        BatteryVolts = 25.2,
        BatteryAmperes = 3.1,
        BatteryPercent = 98,
        FuelPercent = 75,
        Home = Home,
        Landed = MavLandedState.OnGround,
        Gimbal = new(0, 0, 0),
    };

    public GimbalLimits? Gimbal { get; init; } = new(-120, 30, -180, 180);

    public ICamera? Camera { get; init; }

    public List<string> Calls { get; } = [];

    public Dictionary<MavMissionType, MissionPlan> Plans { get; } = [];

    /// <summary>Id of the mission on board when it was last armed.</summary>
    public uint PlanWhenArmed { get; private set; }

    public VehicleAnswer Arm()
    {
        PlanWhenArmed = Plans.GetValueOrDefault(MavMissionType.Mission)?.Id ?? 0;
        return Set(State with { IsArmed = true });
    }

    public VehicleAnswer Disarm(bool force) => State.Landed == MavLandedState.InAir && !force ? VehicleAnswer.Refused("in the air") : Set(State with { IsArmed = false });

    public VehicleAnswer TakeOff(Place target) => !State.IsArmed ? VehicleAnswer.NotNow("not armed")
        : Set(State with { AltitudeMsl = target.AltitudeMsl, Landed = MavLandedState.InAir, Mode = VehicleMode.TakeOff });

    public VehicleAnswer Land(Place at) => Set(State with { AltitudeMsl = Home.AltitudeMsl, Landed = MavLandedState.OnGround, Mode = VehicleMode.Land });

    public VehicleAnswer SetMode(VehicleMode mode) => Set(State with { Mode = mode });

    public VehicleAnswer FlyTo(Reposition reposition)
    {
        Calls.Add(reposition.ToString());
        var to = reposition.To;
        return Set(State with
        {
            Latitude = double.IsNaN(to.Latitude) ? State.Latitude : to.Latitude,
            Longitude = double.IsNaN(to.Longitude) ? State.Longitude : to.Longitude,
            AltitudeMsl = double.IsNaN(to.AltitudeMsl) ? State.AltitudeMsl : to.AltitudeMsl,
            Mode = VehicleMode.Guided,
        });
    }

    public VehicleAnswer Orbit(OrbitRequest orbit)
    {
        Calls.Add(orbit.ToString());
        return Set(State with { Orbit = (orbit.Centre, orbit.Radius ?? 100), Mode = VehicleMode.Orbit });
    }

    public VehicleAnswer ChangeSpeed(SpeedKind kind, double? speed)
    {
        Calls.Add($"{kind} {speed}");
        return VehicleAnswer.Done;
    }

    public VehicleAnswer ChangeAltitude(double altitudeMsl) => Set(State with { AltitudeMsl = altitudeMsl });

    public VehicleAnswer StartMission(int firstItem) => !State.IsArmed ? VehicleAnswer.NotNow("not armed") : Set(State with { Mode = VehicleMode.Mission, CurrentItem = firstItem, Mission = MissionState.Active });

    public VehicleAnswer SetCurrentItem(int item) => Set(State with { CurrentItem = item });

    public VehicleAnswer SetHome(Place? home) => Set(State with { Home = home ?? new(State.Latitude, State.Longitude, State.AltitudeMsl) });

    public VehicleAnswer PointGimbal(GimbalAim aim)
    {
        Calls.Add(aim.ToString());
        if (aim.At is null && !double.IsNaN(aim.Pitch))
            Set(State with { Gimbal = new(0, aim.Pitch, aim.Yaw, aim.IsYawLocked) });
        return VehicleAnswer.Done;
    }

    public MavMissionResult TakePlan(MavMissionType type, MissionPlan plan)
    {
        Plans[type] = plan;
        return MavMissionResult.Accepted;
    }

    private VehicleAnswer Set(VehicleState state)
    {
        State = state;
        return VehicleAnswer.Done;
    }

    private sealed class MadeCamera : ICamera
    {
        public CameraDescription Description { get; } = new("Overflight", "Made", 1920, 1080, 60, StreamUri: "udp://127.0.0.1:5600");

        public CameraState State { get; private set; } = new(false, TimeSpan.Zero, 0, null, 0, 1000);

        public VehicleAnswer TakeImages(TimeSpan interval, int count) => Set(State with { IsTakingSeries = interval > TimeSpan.Zero, SeriesInterval = interval });

        public VehicleAnswer StopImages() => Set(State with { IsTakingSeries = false });

        public VehicleAnswer StartVideo() => Set(State with { RecordingFor = TimeSpan.FromSeconds(1) });

        public VehicleAnswer StopVideo() => Set(State with { RecordingFor = null });

        public VehicleAnswer Zoom(double percent) => Set(State with { ZoomPercent = percent });

        private VehicleAnswer Set(CameraState state)
        {
            State = state;
            return VehicleAnswer.Done;
        }
    }
}
