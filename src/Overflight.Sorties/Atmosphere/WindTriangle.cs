namespace Overflight.Sorties.Atmosphere;

/// <summary>The wind triangle: airspeed and wind make a course over the ground.</summary>
public static class WindTriangle
{
    /// <summary>Heading and ground speed that hold a course; ground speed is NaN where the wind is too strong across it.</summary>
    /// <param name="courseDegrees">Course to hold, clockwise from true north.</param>
    /// <param name="trueAirspeedMetresPerSecond">Airspeed.</param>
    /// <param name="wind">The wind.</param>
    public static (double HeadingDegrees, double GroundSpeedMetresPerSecond) Solve(double courseDegrees, double trueAirspeedMetresPerSecond, Wind wind)
    {
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(courseDegrees));
        var along = wind.EastMetresPerSecond * sin + wind.NorthMetresPerSecond * cos;
        var across = wind.EastMetresPerSecond * cos - wind.NorthMetresPerSecond * sin;
        var lead = -across / trueAirspeedMetresPerSecond;
        if (!(Math.Abs(lead) < 1))
            return (double.NaN, double.NaN);
        return (courseDegrees + double.RadiansToDegrees(Math.Asin(lead)), trueAirspeedMetresPerSecond * Math.Sqrt(1 - lead * lead) + along);
    }
}
