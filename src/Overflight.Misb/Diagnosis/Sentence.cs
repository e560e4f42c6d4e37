using System.Globalization;

namespace Overflight.Misb.Diagnosis;

/// <summary>Numbers in sentences, the same everywhere.</summary>
internal static class Sentence
{
    public static string Of(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    public static string Metres(double metres) => Math.Abs(metres) switch
    {
        < 10 => Of($"{metres:0.00} m"),
        < 1_000 => Of($"{metres:0} m"),
        < double.PositiveInfinity => Of($"{metres / 1_000:#,0.0} km"),
        _ => "more than the earth is wide",
    };

    public static string Seconds(double seconds) => Math.Abs(seconds) switch
    {
        < 0.001 => Of($"{seconds * 1e6:0} µs"),
        < 1 => Of($"{seconds * 1e3:0.#} ms"),
        < 600 => Of($"{seconds:0.###} s"),
        < 172_800 => Of($"{seconds / 3600:#,0.0} h"),
        _ => Of($"{seconds / 86400:#,0} days"),
    };

    public static string Utc(ulong microseconds) => microseconds <= 253_402_300_799_999_999
        ? DateTimeOffset.UnixEpoch.AddTicks((long)microseconds * 10).ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture) + " UTC"
        : Of($"{microseconds} µs after 1970, beyond the calendar");

    /// <summary>"6 of 6 packets", "1 of 277 packets".</summary>
    public static string Share(long count, long of, string what) => Of($"{count:#,0} of {of:#,0} {what}");
}
