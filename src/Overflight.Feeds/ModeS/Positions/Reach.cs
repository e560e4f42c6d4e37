namespace Overflight.Feeds.ModeS;

/// <summary>
/// How far an aircraft may have come from a place in a time: what decides whether one code is enough, and whether what it gives is
/// reasonable (DO-260B 2.2.10.3.1 asks for 6 NM within 30 s in the air and 0.75 NM on the ground; longer silences in proportion to a
/// speed that no traffic exceeds).
/// </summary>
internal static class Reach
{
    private const double AirborneSlackMiles = 6;
    private const double SurfaceSlackMiles = 0.75;
    private const double AirborneKnots = 1_500;
    private const double SurfaceKnots = 250;

    // Half a zone, less a margin.
    private const double AirborneHalfZoneMiles = 170;
    private const double SurfaceHalfZoneMiles = 42;

    /// <summary>Nautical miles that the aircraft may have moved.</summary>
    /// <param name="seconds">The time between, of either sign.</param>
    /// <param name="wasOnGround">At the reference.</param>
    /// <param name="isOnGround">Now.</param>
    /// <param name="speedKnots">The last ground speed stated, or NaN.</param>
    public static double Miles(double seconds, bool wasOnGround, bool isOnGround, float speedKnots)
    {
        var knots = wasOnGround || isOnGround
            ? Math.Max(SurfaceKnots, float.IsNaN(speedKnots) ? 0 : 1.5 * speedKnots)
            : AirborneKnots;
        var slack = wasOnGround && isOnGround ? SurfaceSlackMiles : AirborneSlackMiles;
        return Math.Max(slack, Math.Abs(seconds) / 3600 * knots + slack / 2);
    }

    /// <summary>Whether a place within reach can be told from those a zone away.</summary>
    public static bool IsUnambiguous(double miles, bool isOnGround) =>
        miles < (isOnGround ? SurfaceHalfZoneMiles : AirborneHalfZoneMiles);

    /// <summary>Whether two places are no farther apart; by plane trigonometry, to a percent.</summary>
    public static bool IsWithin(double miles, double latitude, double longitude, double otherLatitude, double otherLongitude)
    {
        var north = 60 * (latitude - otherLatitude);
        if (Math.Abs(north) > miles)
            return false;
        var across = Math.Abs(longitude - otherLongitude);
        var east = 60 * Math.Min(across, 360 - across);
        // Meridians only converge: what is within reach at the equator's spacing is.
        if (north * north + east * east <= miles * miles)
            return true;
        east *= Math.Cos(latitude * (Math.PI / 180));
        return north * north + east * east <= miles * miles;
    }
}
