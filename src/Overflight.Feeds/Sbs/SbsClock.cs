using System.Globalization;

namespace Overflight.Feeds.Sbs;

/// <summary>Reads dates <c>yyyy/MM/dd</c> and times <c>HH:mm:ss[.fff]</c>.</summary>
internal static class SbsClock
{
    /// <summary>An instant on the sender's clock, microseconds since the Unix epoch as if that clock were UTC.</summary>
    public static TimePart Read(ReadOnlySpan<byte> date, ReadOnlySpan<byte> time, out long microseconds)
    {
        microseconds = 0;
        if (date.Length != 10 || date[4] is not ((byte)'/' or (byte)'-') || date[7] != date[4] || time.Length < 8 || time[2] != ':' || time[5] != ':')
            return TimePart.None;
        if (!Digits(date[..4], out var year) || !Digits(date[5..7], out var month) || !Digits(date[8..], out var day)
            || !Digits(time[..2], out var hour) || !Digits(time[3..5], out var minute) || !Digits(time[6..8], out var second)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month) || hour > 23 || minute > 59 || second > 60)
            return TimePart.None;
        var days = new DateOnly(year, month, day).DayNumber - 719_162L;
        microseconds = ((days * 24 + hour) * 60 + minute) * 60_000_000 + second * 1_000_000L;
        if (time.Length > 9 && time[8] == '.' && DecimalText.TryParse(time[8..], out var fraction) && fraction is >= 0 and < 1)
            microseconds += (long)Math.Round(fraction * 1e6);
        return TimeRange.Holds(microseconds) ? TimePart.Instant : TimePart.OutOfRange;
    }

    private static bool Digits(ReadOnlySpan<byte> text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
