using Overflight.Geodesy;

namespace Overflight.Misb.Sight;

/// <summary>
/// Tells writers that cut the codes of the platform heading off instead of rounding them: the stated centres then lie to the right of
/// the computed ones by half a code in the mean, and by less than one in each case.
/// </summary>
internal static class HeadingCodes
{
    /// <summary>The step of tag 5, degrees (MISB ST 0601).</summary>
    public const double StepDegrees = 360 / 65535.0;

    private const int FewestPoses = 100;

    // In codes. Rounding gives errors of -1/2 to 1/2 with mean 0, cutting off 0 to 1 with mean 1/2 and deviation 0.29. Pitch and roll,
    // whose codes such a writer cuts off as well, move the mean a little.
    private const double LeastMean = 0.3;
    private const double GreatestMean = 0.7;
    private const double GreatestDeviation = 0.35;

    /// <summary>Half a step where codes are cut off, else 0.</summary>
    public static double Offset(IReadOnlyList<StatedPose> poses, PoseReading reading)
    {
        double sum = 0, squares = 0;
        var count = 0;
        foreach (var pose in poses)
        {
            if (CameraReader.Read(pose, reading) is not { } camera || Codes(pose, camera, reading) is not { } codes)
                continue;
            (sum, squares, count) = (sum + codes, squares + codes * codes, count + 1);
        }
        if (count < FewestPoses)
            return 0;
        var mean = sum / count;
        var deviation = Math.Sqrt(Math.Max(0, squares / count - mean * mean));
        return mean is > LeastMean and < GreatestMean && deviation < GreatestDeviation ? 0.5 * StepDegrees : 0;
    }

    // Azimuth of the stated centre less that of the line of sight, both from the sensor.
    private static double? Codes(StatedPose pose, CameraView camera, PoseReading reading)
    {
        var (height, _) = GroundLevel.Of(pose, camera, reading);
        var frame = new EnuFrame(camera.Place, camera.HeightMetres);
        var (east, north, _) = frame.ToEnu(pose.Centre, height);
        var (azimuth, elevation) = camera.Axis;
        if (Math.Abs(elevation) > 75)
            return null;
        return Math.IEEERemainder(double.RadiansToDegrees(Math.Atan2(east, north)) - azimuth, 360) / StepDegrees;
    }
}
