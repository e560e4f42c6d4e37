namespace Overflight.Feeds.Asterix;

/// <summary>Hands the items of target reports to the reader of their category and edition.</summary>
internal static class TargetItems
{
    /// <summary>The first time of day that is none.</summary>
    public const long DayMicroseconds = 86_400_000_000;

    public static void Take(UserApplicationProfile profile, int item, ReadOnlySpan<byte> data, ref TargetReport report)
    {
        if (profile == Profiles.Cat021)
            Cat021Items.Take(item, data, ref report);
        else if (profile == Profiles.Cat021Early)
            Cat021EarlyItems.Take(item, data, ref report);
        else if (profile == Profiles.Cat048)
            Cat048Items.Take(item, data, ref report);
        else
            Cat062Items.Take(item, data, ref report);
    }
}
