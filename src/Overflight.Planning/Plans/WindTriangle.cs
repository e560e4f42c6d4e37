namespace Overflight.Planning.Plans;

/// <summary>What a wind does to the speed over the ground.</summary>
internal static class WindTriangle
{
    /// <summary>Speed over the ground on a track, metres a second; 0 or less where the aircraft cannot keep it.</summary>
    public static double GroundSpeed(double trueAirspeed, double trackDegrees, double windFromDegrees, double windSpeed)
    {
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(windFromDegrees - trackDegrees));
        var across = windSpeed * sin;
        return Math.Abs(across) >= trueAirspeed ? 0 : Math.Sqrt(trueAirspeed * trueAirspeed - across * across) - windSpeed * cos;
    }
}
