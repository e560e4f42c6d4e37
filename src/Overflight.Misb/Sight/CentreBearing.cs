using Overflight.Geodesy;

namespace Overflight.Misb.Sight;

/// <summary>The bearing of the stated frame centre against that of the line of sight.</summary>
internal static class CentreBearing
{
    /// <summary>By how much further clockwise the stated centre lies, seen from the sensor, degrees, -180 to 180.</summary>
    public static double Off(StatedPose pose, CameraView camera, PoseReading reading)
    {
        var (height, _) = GroundLevel.Of(pose, camera, reading);
        var (east, north, _) = new EnuFrame(camera.Place, camera.HeightMetres).ToEnu(pose.Centre, height);
        return Math.IEEERemainder(double.RadiansToDegrees(Math.Atan2(east, north)) - camera.Axis.AzimuthDegrees, 360);
    }
}
