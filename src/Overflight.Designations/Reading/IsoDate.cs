using System.Globalization;

namespace Overflight.Designations.Reading;

/// <summary>Dates as lists write them.</summary>
internal static class IsoDate
{
    /// <summary>A date, or the date of a time: <c>2016-04-20</c>, <c>2001-01-31-05:00</c>, <c>2026-10-03T23:00:03Z</c>.</summary>
    public static DateOnly? Of(string? text) =>
        text?.Trim() is { Length: >= 10 } trimmed && (trimmed.Length == 10 || trimmed[10] is 'T' or '-' or '+' or 'Z' or ' ')
        && DateOnly.TryParseExact(trimmed.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>OFAC's advanced XML: <c>Year</c>, <c>Month</c> and <c>Day</c>; null where one is missing.</summary>
    public static DateOnly? OfParts(XmlRecord? parts)
    {
        if (parts is null || Number(parts.TextOf("Year")) is not { } year || Number(parts.TextOf("Month")) is not { } month || Number(parts.TextOf("Day")) is not { } day)
            return null;
        return year is >= 1 and <= 9999 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month) ? new(year, month, day) : null;
    }

    private static int? Number(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
