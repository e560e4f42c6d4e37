using Overflight.Geodesy;

namespace Overflight.Misb.Sight;

/// <summary>Makes the camera that a packet tells of, by a reading.</summary>
public static class CameraReader
{
    /// <summary>The camera; null where place or direction are not stated, or the reading needs an attitude that is not.</summary>
    /// <param name="pose">What the packet says.</param>
    /// <param name="reading">How it is to be understood.</param>
    public static CameraView? Read(StatedPose pose, PoseReading reading)
    {
        ArgumentNullException.ThrowIfNull(pose);
        ArgumentNullException.ThrowIfNull(reading);
        if (!pose.CanLook || Attitude(pose, reading) is not { } attitude)
            return null;
        return new CameraView(pose.Sensor, SensorHeight(pose), attitude, pose.HorizontalFieldOfViewDegrees, pose.VerticalFieldOfViewDegrees);
    }

    /// <summary>The sensor's height above the ellipsoid, metres: the stated one, else its altitude plus the geoid's height. NaN where neither is stated.</summary>
    public static double SensorHeight(StatedPose pose)
    {
        ArgumentNullException.ThrowIfNull(pose);
        return double.IsNaN(pose.SensorHeightMetres) ? pose.SensorAltitudeMetres + SeaLevel.At(pose.Sensor) : pose.SensorHeightMetres;
    }

    private static Rotation? Attitude(StatedPose pose, PoseReading reading)
    {
        var roll = double.IsNaN(pose.SensorRollDegrees) ? 0 : pose.SensorRollDegrees;
        var azimuth = pose.AzimuthDegrees + reading.AzimuthOffsetDegrees;
        switch (reading.Angles ?? (pose.IsEarthReferenced ? AngleReference.Earth : AngleReference.Platform))
        {
            case AngleReference.Earth:
                return Rotation.Of(azimuth, pose.ElevationDegrees, roll);
            case AngleReference.EarthGridNorth:
                return Rotation.Of(azimuth + GridNorth(pose.Sensor), pose.ElevationDegrees, roll);
            default:
                if (!pose.HasAttitude)
                    return null;
                return Rotation.Of(pose.HeadingDegrees + reading.HeadingOffsetDegrees, pose.PitchDegrees, pose.RollDegrees)
                    * Rotation.Of(azimuth, pose.ElevationDegrees, roll);
        }
    }

    // The poles have grids of their own (UPS), which no stream was seen to use.
    private static double GridNorth(GeoPoint place) => Utm.Covers(place) ? Utm.From(place).ConvergenceDegrees : 0;
}
