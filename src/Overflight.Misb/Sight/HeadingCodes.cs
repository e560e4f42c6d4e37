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

    // Straight below, bearings say nothing.
    private const double SteepestDegrees = 75;

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
            if (CameraReader.Read(pose, reading) is not { } camera || Math.Abs(camera.Axis.ElevationDegrees) > SteepestDegrees)
                continue;
            var codes = CentreBearing.Off(pose, camera, reading) / StepDegrees;
            (sum, squares, count) = (sum + codes, squares + codes * codes, count + 1);
        }
        if (count < FewestPoses)
            return 0;
        var mean = sum / count;
        var deviation = Math.Sqrt(Math.Max(0, squares / count - mean * mean));
        return mean is > LeastMean and < GreatestMean && deviation < GreatestDeviation ? 0.5 * StepDegrees : 0;
    }
}
