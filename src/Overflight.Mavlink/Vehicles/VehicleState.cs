using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Vehicles;

/// <summary>How a vehicle is at a moment. What is not known is NaN, or null.</summary>
public sealed record VehicleState
{
    /// <summary>Time of the state.</summary>
    public required DateTimeOffset Time { get; init; }

    /// <summary>Time since the vehicle was started.</summary>
    public required TimeSpan SinceBoot { get; init; }

    /// <summary>Latitude in degrees, WGS-84.</summary>
    public required double Latitude { get; init; }

    /// <summary>Longitude in degrees, WGS-84.</summary>
    public required double Longitude { get; init; }

    /// <summary>Altitude above mean sea level in metres.</summary>
    public required double AltitudeMsl { get; init; }

    /// <summary>Height above the WGS-84 ellipsoid in metres.</summary>
    public double HeightEllipsoid { get; init; } = double.NaN;

    /// <summary>Height above the ground below in metres.</summary>
    public double HeightAboveGround { get; init; } = double.NaN;

    /// <summary>Pressure altitude by 1013.25 hPa in metres.</summary>
    public double PressureAltitude { get; init; } = double.NaN;

    /// <summary>Standard deviation of the horizontal position in metres.</summary>
    public double HorizontalAccuracy { get; init; } = double.NaN;

    /// <summary>Standard deviation of the height in metres.</summary>
    public double VerticalAccuracy { get; init; } = double.NaN;

    /// <summary>Standard deviation of the velocity in metres a second.</summary>
    public double VelocityAccuracy { get; init; } = double.NaN;

    /// <summary>Velocity over ground to the north in metres a second.</summary>
    public double VelocityNorth { get; init; }

    /// <summary>Velocity over ground to the east in metres a second.</summary>
    public double VelocityEast { get; init; }

    /// <summary>Velocity down in metres a second.</summary>
    public double VelocityDown { get; init; }

    /// <summary>True airspeed in metres a second.</summary>
    public double Airspeed { get; init; } = double.NaN;

    /// <summary>Roll in degrees, right wing down positive.</summary>
    public double Roll { get; init; }

    /// <summary>Pitch in degrees, nose up positive.</summary>
    public double Pitch { get; init; }

    /// <summary>Heading of the nose in degrees, 0 to 360, from true north.</summary>
    public double Heading { get; init; }

    /// <summary>Rate of roll in degrees a second.</summary>
    public double RollRate { get; init; }

    /// <summary>Rate of pitch in degrees a second.</summary>
    public double PitchRate { get; init; }

    /// <summary>Rate of yaw in degrees a second.</summary>
    public double YawRate { get; init; }

    /// <summary>Throttle in percent.</summary>
    public double Throttle { get; init; }

    /// <summary>Wind towards the north in metres a second.</summary>
    public double WindNorth { get; init; } = double.NaN;

    /// <summary>Wind towards the east in metres a second.</summary>
    public double WindEast { get; init; } = double.NaN;

    /// <summary>Battery voltage in volts.</summary>
    public double BatteryVolts { get; init; } = double.NaN;

    /// <summary>Battery current in amperes.</summary>
    public double BatteryAmperes { get; init; } = double.NaN;

    /// <summary>Battery left in percent.</summary>
    public double BatteryPercent { get; init; } = double.NaN;

    /// <summary>Fuel left in percent.</summary>
    public double FuelPercent { get; init; } = double.NaN;

    /// <summary>Fuel that the tank holds in litres.</summary>
    public double FuelCapacityLitres { get; init; } = double.NaN;

    /// <summary>Fuel used in litres an hour.</summary>
    public double FuelFlowLitresPerHour { get; init; } = double.NaN;

    /// <summary>How it flies.</summary>
    public VehicleMode Mode { get; init; }

    /// <summary>Whether it is armed.</summary>
    public bool IsArmed { get; init; }

    /// <summary>Whether it is on the ground or in the air.</summary>
    public MavLandedState Landed { get; init; }

    /// <summary>How a VTOL flies.</summary>
    public MavVtolState Vtol { get; init; }

    /// <summary>State of the system as a whole.</summary>
    public MavState System { get; init; } = MavState.Standby;

    /// <summary>Whether satellites give a position.</summary>
    public bool HasFix { get; init; } = true;

    /// <summary>Satellites in sight.</summary>
    public byte Satellites { get; init; } = byte.MaxValue;

    /// <summary>Home: latitude and longitude in degrees, altitude above mean sea level in metres.</summary>
    public Place? Home { get; init; }

    /// <summary>Item of the mission that is flown to, from 0.</summary>
    public int CurrentItem { get; init; }

    /// <summary>Where the mission stands.</summary>
    public MissionState Mission { get; init; }

    /// <summary>What is flown to.</summary>
    public Place? Target { get; init; }

    /// <summary>Distance to it in metres.</summary>
    public double TargetDistance { get; init; } = double.NaN;

    /// <summary>Bearing of it in degrees.</summary>
    public double TargetBearing { get; init; } = double.NaN;

    /// <summary>Distance from the track in metres, right of it positive.</summary>
    public double CrossTrack { get; init; } = double.NaN;

    /// <summary>The circle that is being flown: its centre, and its radius in metres, clockwise positive.</summary>
    public (Place Centre, double Radius)? Orbit { get; init; }

    /// <summary>Where the gimbal points; null: there is none.</summary>
    public GimbalAttitude? Gimbal { get; init; }

    /// <summary>Ground speed in metres a second.</summary>
    public double GroundSpeed => Math.Sqrt(VelocityNorth * VelocityNorth + VelocityEast * VelocityEast);

    /// <summary>Course over ground in degrees, 0 to 360.</summary>
    public double Course => (Math.Atan2(VelocityEast, VelocityNorth) * 180 / Math.PI + 360) % 360;
}
