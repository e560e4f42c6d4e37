namespace Overflight.Mavlink.Vehicles;

/// <summary>Where a gimbal is to point: angles, rates, a place, or as at rest.</summary>
public sealed record GimbalAim
{
    /// <summary>Pitch in degrees from the horizon, up positive; NaN: leave it.</summary>
    public double Pitch { get; init; } = double.NaN;

    /// <summary>Yaw in degrees, right positive; NaN: leave it.</summary>
    public double Yaw { get; init; } = double.NaN;

    /// <summary>Rate of pitch in degrees a second; NaN: none asked for.</summary>
    public double PitchRate { get; init; } = double.NaN;

    /// <summary>Rate of yaw in degrees a second; NaN: none asked for.</summary>
    public double YawRate { get; init; } = double.NaN;

    /// <summary>Whether yaw is from north and kept, or else from the nose.</summary>
    public bool IsYawLocked { get; init; }

    /// <summary>The place to keep in sight; null: none.</summary>
    public Place? At { get; init; }

    /// <summary>Go to rest.</summary>
    public bool IsNeutral { get; init; }
}
