namespace Overflight.Mavlink.Vehicles;

/// <summary>Where a gimbal points.</summary>
/// <param name="Roll">Degrees from the horizon.</param>
/// <param name="Pitch">Degrees from the horizon, up positive.</param>
/// <param name="Yaw">Degrees from the nose, right positive; or from north, where <paramref name="IsYawLocked"/>.</param>
/// <param name="IsYawLocked">Whether it keeps to north rather than to the nose.</param>
public readonly record struct GimbalAttitude(double Roll, double Pitch, double Yaw, bool IsYawLocked = false);
