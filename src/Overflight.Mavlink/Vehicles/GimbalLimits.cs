namespace Overflight.Mavlink.Vehicles;

/// <summary>How far a gimbal turns, in degrees.</summary>
/// <param name="PitchLeast">Furthest down, negative.</param>
/// <param name="PitchGreatest">Furthest up.</param>
/// <param name="YawLeast">Furthest left of the nose; -180 and <paramref name="YawGreatest"/> 180: without end.</param>
/// <param name="YawGreatest">Furthest right of the nose.</param>
public sealed record GimbalLimits(double PitchLeast, double PitchGreatest, double YawLeast, double YawGreatest)
{
    /// <summary>Whether yaw has no end.</summary>
    public bool IsYawEndless => YawLeast <= -180 && YawGreatest >= 180;
}
