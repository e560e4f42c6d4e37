using System.Globalization;

namespace Overflight.Feeds;

/// <summary>
/// Reads times: Unix seconds, milliseconds, microseconds or nanoseconds told apart by magnitude, ISO 8601 and
/// <c>yyyy-MM-dd HH:mm:ss[.fff]</c> with or without a zone, a day alone, a time of day alone.
/// </summary>
internal static class TimeText
{
    private const long DayMicroseconds = 86_400_000_000;

    /// <summary>Reads a text.</summary>
    /// <param name="text">The text, without quotes.</param>
    /// <param name="scale">Microseconds in a unit where the column names one, else 0.</param>
    /// <param name="microseconds">Since the Unix epoch, or since midnight.</param>
    /// <param name="hasZone">Whether a zone was given; without one UTC is taken. Numbers have no zone to lack.</param>
    public static TimePart Read(ReadOnlySpan<byte> text, double scale, out long microseconds, out bool hasZone)
    {
        text = text.Trim(" \t\r"u8);
        hasZone = true;
        microseconds = 0;
        if (text.IsEmpty)
            return TimePart.None;
        if (DecimalText.TryParse(text, out var number))
            return FromNumber(number, scale, out microseconds);
        if (text.Length >= 10 && text[4] == '-' && text[7] == '-')
            return FromIso(text, out microseconds, out hasZone);
        return text.Length >= 5 && text.Contains((byte)':') && ReadClock(text, out microseconds, out var rest) && rest.IsEmpty
            ? TimePart.TimeOfDay
            : TimePart.None;
    }

    private static TimePart FromNumber(double number, double scale, out long microseconds)
    {
        microseconds = 0;
        if (scale > 0)
            return Keep(number * scale, out microseconds);
        foreach (var unit in (ReadOnlySpan<double>)[1e6, 1e3, 1, 1e-3])
        {
            if (TimeRange.Holds(number * unit))
                return Keep(number * unit, out microseconds);
        }
        if (number is >= 0 and < 172_800)
        {
            microseconds = (long)Math.Round(number * 1e6);
            return TimePart.TimeOfDay;
        }
        return TimePart.OutOfRange;
    }

    private static TimePart Keep(double value, out long microseconds)
    {
        microseconds = TimeRange.Holds(value) ? (long)Math.Round(value) : 0;
        return TimeRange.Holds(value) ? TimePart.Instant : TimePart.OutOfRange;
    }

    private static TimePart FromIso(ReadOnlySpan<byte> text, out long microseconds, out bool hasZone)
    {
        microseconds = 0;
        hasZone = false;
        if (!Digits(text[..4], out var year) || !Digits(text[5..7], out var month) || !Digits(text[8..10], out var day)
            || year < 1 || month is < 1 or > 12 || day < 1 || day > DateTime.DaysInMonth(year, month))
            return TimePart.None;
        microseconds = (new DateOnly(year, month, day).DayNumber - 719_162L) * DayMicroseconds;
        var rest = text[10..];
        if (rest.IsEmpty)
            return InRange(microseconds, TimePart.Day);
        if (rest[0] is not ((byte)'T' or (byte)'t' or (byte)' ' or (byte)'_') || !ReadClock(rest[1..].TrimStart((byte)' '), out var clock, out var zone))
            return TimePart.None;
        microseconds += clock;
        zone = zone.Trim((byte)' ');
        if (zone.IsEmpty)
            return InRange(microseconds, TimePart.Instant);
        hasZone = true;
        if (zone.SequenceEqual("Z"u8) || zone.SequenceEqual("z"u8) || zone.SequenceEqual("UTC"u8) || zone.SequenceEqual("GMT"u8))
            return InRange(microseconds, TimePart.Instant);
        if (!ReadOffset(zone, out var offset))
            return TimePart.None;
        microseconds -= offset;
        return InRange(microseconds, TimePart.Instant);
    }

    private static TimePart InRange(long microseconds, TimePart part) =>
        TimeRange.Holds(microseconds) ? part : TimePart.OutOfRange;

    /// <summary>Reads <c>HH:mm[:ss[.fraction]]</c>; a leap second counts as the second after.</summary>
    private static bool ReadClock(ReadOnlySpan<byte> text, out long microseconds, out ReadOnlySpan<byte> rest)
    {
        microseconds = 0;
        rest = default;
        if (text.Length < 5 || text[2] != ':' || !Digits(text[..2], out var hour) || !Digits(text[3..5], out var minute) || hour > 24 || minute > 59)
            return false;
        microseconds = (hour * 60L + minute) * 60_000_000;
        rest = text[5..];
        if (rest.Length < 3 || rest[0] != ':')
            return microseconds <= DayMicroseconds;
        if (!Digits(rest[1..3], out var second) || second > 60)
            return false;
        microseconds += second * 1_000_000L;
        rest = rest[3..];
        if (rest.Length > 1 && rest[0] is (byte)'.' or (byte)',')
        {
            var i = 1;
            long fraction = 0;
            var unit = 1_000_000L;
            for (; i < rest.Length && char.IsAsciiDigit((char)rest[i]); i++)
            {
                unit /= 10;
                fraction += unit * (rest[i] - '0');
            }
            microseconds += fraction;
            rest = rest[i..];
        }
        return true;
    }

    private static bool ReadOffset(ReadOnlySpan<byte> zone, out long microseconds)
    {
        microseconds = 0;
        if (zone.Length is not (3 or 5 or 6) || zone[0] is not ((byte)'+' or (byte)'-') || !Digits(zone[1..3], out var hours))
            return false;
        var minutes = 0;
        if (zone.Length > 3 && !Digits(zone[^2..], out minutes))
            return false;
        microseconds = (hours * 60L + minutes) * 60_000_000 * (zone[0] == '-' ? -1 : 1);
        return true;
    }

    private static bool Digits(ReadOnlySpan<byte> text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
}
