using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Protocols.Missions;

namespace Overflight.Mavlink.Vehicles;

/// <summary>A state as messages, in their units.</summary>
internal static class Telemetry
{
    private const MavSysStatusSensor Sensors =
        MavSysStatusSensor.Sensor3dGyro | MavSysStatusSensor.Sensor3dAccel | MavSysStatusSensor.Sensor3dMag | MavSysStatusSensor.SensorAbsolutePressure
        | MavSysStatusSensor.SensorGps | MavSysStatusSensor.SensorAttitudeStabilization | MavSysStatusSensor.SensorXyPositionControl
        | MavSysStatusSensor.SensorZAltitudeControl | MavSysStatusSensor.Ahrs | MavSysStatusSensor.PrearmCheck;

    public static Heartbeat Heartbeat(IVehicle vehicle, VehicleState s, FlightModes modes) => new()
    {
        Type = vehicle.Type,
        Autopilot = modes.Autopilot,
        BaseMode = FlightModes.BaseModeOf(s.Mode, s.IsArmed),
        CustomMode = modes.CodeOf(s.Mode) ?? 0,
        SystemStatus = s.System,
    };

    public static SysStatus SysStatus(VehicleState s) => new()
    {
        OnboardControlSensorsPresent = Sensors,
        OnboardControlSensorsEnabled = Sensors,
        OnboardControlSensorsHealth = s.HasFix ? Sensors : Sensors & ~(MavSysStatusSensor.SensorGps | MavSysStatusSensor.PrearmCheck),
        VoltageBattery = Units.UInt16(s.BatteryVolts * 1000),
        CurrentBattery = Units.Int16(s.BatteryAmperes * 100, -1),
        BatteryRemaining = (sbyte)Units.Int16(Left(s), -1),
    };

    public static SystemTime SystemTime(VehicleState s) => new() { TimeUnixUsec = Units.Microseconds(s.Time), TimeBootMs = Boot(s) };

    public static GpsRawInt GpsRawInt(VehicleState s) => new()
    {
        TimeUsec = Units.Microseconds(s.Time),
        FixType = s.HasFix ? GpsFixType.Type3dFix : GpsFixType.NoFix,
        Lat = Units.DegE7(s.Latitude),
        Lon = Units.DegE7(s.Longitude),
        Alt = Units.Int32(s.AltitudeMsl * 1000),
        Eph = ushort.MaxValue,
        Epv = ushort.MaxValue,
        Vel = Units.UInt16(s.GroundSpeed * 100),
        Cog = Units.Centidegrees(s.Course),
        SatellitesVisible = s.Satellites,
        AltEllipsoid = Units.Int32(s.HeightEllipsoid * 1000),
        HAcc = Units.UInt32(s.HorizontalAccuracy * 1000),
        VAcc = Units.UInt32(s.VerticalAccuracy * 1000),
        VelAcc = Units.UInt32(s.VelocityAccuracy * 1000),
    };

    public static Attitude Attitude(VehicleState s) => new()
    {
        TimeBootMs = Boot(s),
        Roll = Units.Radians(s.Roll),
        Pitch = Units.Radians(s.Pitch),
        Yaw = Units.Radians(Units.Turned(s.Heading)),
        Rollspeed = Units.Radians(s.RollRate),
        Pitchspeed = Units.Radians(s.PitchRate),
        Yawspeed = Units.Radians(s.YawRate),
    };

    public static AttitudeQuaternion AttitudeQuaternion(VehicleState s)
    {
        var q = Units.Quaternion(s.Roll, s.Pitch, s.Heading);
        return new()
        {
            TimeBootMs = Boot(s),
            Q1 = q[0],
            Q2 = q[1],
            Q3 = q[2],
            Q4 = q[3],
            Rollspeed = Units.Radians(s.RollRate),
            Pitchspeed = Units.Radians(s.PitchRate),
            Yawspeed = Units.Radians(s.YawRate),
        };
    }

    public static GlobalPositionInt GlobalPositionInt(VehicleState s) => new()
    {
        TimeBootMs = Boot(s),
        Lat = Units.DegE7(s.Latitude),
        Lon = Units.DegE7(s.Longitude),
        Alt = Units.Int32(s.AltitudeMsl * 1000),
        RelativeAlt = Units.Int32((s.AltitudeMsl - (s.Home?.AltitudeMsl ?? s.AltitudeMsl)) * 1000),
        Vx = Units.Int16(s.VelocityNorth * 100, 0),
        Vy = Units.Int16(s.VelocityEast * 100, 0),
        Vz = Units.Int16(s.VelocityDown * 100, 0),
        Hdg = Units.Centidegrees(s.Heading),
    };

    public static VfrHud VfrHud(VehicleState s) => new()
    {
        Airspeed = (float)s.Airspeed,
        Groundspeed = (float)s.GroundSpeed,
        Heading = (short)Math.Round(s.Heading % 360),
        Throttle = Units.UInt16(s.Throttle),
        Alt = (float)s.AltitudeMsl,
        Climb = (float)-s.VelocityDown,
    };

    public static NavControllerOutput NavControllerOutput(VehicleState s) => new()
    {
        NavRoll = (float)s.Roll,
        NavPitch = (float)s.Pitch,
        NavBearing = Units.Int16(Units.Turned(s.Heading), 0),
        TargetBearing = Units.Int16(Units.Turned(s.TargetBearing), 0),
        WpDist = double.IsNaN(s.TargetDistance) ? (ushort)0 : Units.UInt16(s.TargetDistance),
        AltError = s.Target is { AltitudeMsl: var wanted } && !double.IsNaN(wanted) ? (float)(wanted - s.AltitudeMsl) : 0,
        XtrackError = double.IsNaN(s.CrossTrack) ? 0 : (float)s.CrossTrack,
    };

    public static ExtendedSysState ExtendedSysState(VehicleState s) => new() { VtolState = s.Vtol, LandedState = s.Landed };

    public static HomePosition HomePosition(VehicleState s, Place home) => new()
    {
        Latitude = Units.DegE7(home.Latitude),
        Longitude = Units.DegE7(home.Longitude),
        Altitude = Units.Int32(home.AltitudeMsl * 1000),
        Q = [float.NaN, float.NaN, float.NaN, float.NaN],
        ApproachX = float.NaN,
        ApproachY = float.NaN,
        ApproachZ = float.NaN,
        TimeUsec = Units.Microseconds(s.Time),
    };

    public static BatteryStatus BatteryStatus(VehicleState s) => new()
    {
        BatteryFunction = MavBatteryFunction.All,
        Temperature = short.MaxValue,
        Voltages = [Units.UInt16(s.BatteryVolts * 1000), .. Enumerable.Repeat(ushort.MaxValue, 9)],
        CurrentBattery = Units.Int16(s.BatteryAmperes * 100, -1),
        CurrentConsumed = -1,
        EnergyConsumed = -1,
        BatteryRemaining = (sbyte)Units.Int16(Left(s), -1),
    };

    public static FuelStatus FuelStatus(VehicleState s)
    {
        var capacity = double.IsNaN(s.FuelCapacityLitres) ? 100 : s.FuelCapacityLitres * 1000;
        return new()
        {
            MaximumFuel = (float)capacity,
            ConsumedFuel = (float)(capacity * (100 - s.FuelPercent) / 100),
            RemainingFuel = (float)(capacity * s.FuelPercent / 100),
            PercentRemaining = (byte)Math.Round(Math.Clamp(s.FuelPercent, 0, 100)),
            FlowRate = (float)(s.FuelFlowLitresPerHour * 1000 / 3600),
            Temperature = float.NaN,
            FuelType = double.IsNaN(s.FuelCapacityLitres) ? MavFuelType.Unknown : MavFuelType.Liquid,
        };
    }

    public static WindCov WindCov(VehicleState s) => new()
    {
        TimeUsec = Units.Microseconds(s.Time),
        WindX = (float)s.WindNorth,
        WindY = (float)s.WindEast,
        WindZ = float.NaN,
        VarHoriz = float.NaN,
        VarVert = float.NaN,
        WindAlt = (float)s.AltitudeMsl,
    };

    public static MissionCurrent MissionCurrent(VehicleState s, MissionServer plans) => new()
    {
        Seq = (ushort)Math.Clamp(s.CurrentItem, 0, ushort.MaxValue),
        Total = (ushort)plans[MavMissionType.Mission].Items.Count,
        MissionState = plans[MavMissionType.Mission].Items.Count == 0 ? MissionState.NoMission : s.Mission,
        MissionMode = s.Mode == VehicleMode.Mission ? (byte)1 : (byte)2,
        MissionId = plans[MavMissionType.Mission].Id,
        FenceId = plans[MavMissionType.Fence].Id,
        RallyPointsId = plans[MavMissionType.Rally].Id,
    };

    public static OrbitExecutionStatus OrbitExecutionStatus(VehicleState s, (Place Centre, double Radius) orbit) => new()
    {
        TimeUsec = Units.Microseconds(s.Time),
        Radius = (float)orbit.Radius,
        Frame = MavFrame.Global,
        X = Units.DegE7(orbit.Centre.Latitude),
        Y = Units.DegE7(orbit.Centre.Longitude),
        Z = (float)orbit.Centre.AltitudeMsl,
    };

    public static uint Boot(VehicleState s) => (uint)(long)s.SinceBoot.TotalMilliseconds;

    // Where there is no battery, the fuel stands for it: ground stations warn by this number.
    private static double Left(VehicleState s) => double.IsNaN(s.BatteryPercent) ? s.FuelPercent : s.BatteryPercent;
}
