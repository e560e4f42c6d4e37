namespace Overflight.Feeds;

/// <summary>The times that a track can have: 1990 to 2100. Anything else is a fault of a clock, a unit or a file.</summary>
internal static class TimeRange
{
    /// <summary>1990-01-01, microseconds since the Unix epoch.</summary>
    public const long From = 631_152_000_000_000;

    /// <summary>2100-01-01, microseconds since the Unix epoch.</summary>
    public const long To = 4_102_444_800_000_000;

    public static bool Holds(double microseconds) => microseconds is >= From and < To;
}
