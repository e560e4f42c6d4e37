using Overflight.Geodesy;

namespace Overflight.Misb.Sight;

/// <summary>How a camera is turned to look at a place.</summary>
/// <param name="Attitude">The turn from its axes into north, east, down; its picture is level.</param>
/// <param name="SlantRangeMetres">To the place.</param>
public readonly record struct Aim(Rotation Attitude, double SlantRangeMetres)
{
    /// <summary>The turn that looks from one place to another; heights above the ellipsoid, metres.</summary>
    public static Aim At(GeoPoint sensor, double sensorHeightMetres, GeoPoint place, double placeHeightMetres)
    {
        var (east, north, up) = new EnuFrame(sensor, sensorHeightMetres).ToEnu(place, placeHeightMetres);
        var level = Math.Sqrt(east * east + north * north);
        var azimuth = double.RadiansToDegrees(Math.Atan2(east, north));
        var elevation = double.RadiansToDegrees(Math.Atan2(up, level));
        return new Aim(Rotation.Of(azimuth, elevation, 0), Math.Sqrt(level * level + up * up));
    }

    /// <summary>The sensor's azimuth 0 to 360, elevation and roll 0 to 360 degrees against a platform's attitude (ST 0601, tags 18 to 20).</summary>
    public (double AzimuthDegrees, double ElevationDegrees, double RollDegrees) On(Rotation platform)
    {
        var (azimuth, elevation, roll) = (platform.Inverse() * Attitude).Angles();
        return (azimuth, elevation, roll < 0 ? roll + 360 : roll);
    }
}
