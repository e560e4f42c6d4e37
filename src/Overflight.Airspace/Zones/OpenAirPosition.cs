using System.Globalization;
using Overflight.Geodesy;

namespace Overflight.Airspace.Zones;

/// <summary>OpenAir's places: <c>39:29:54 N 119:46:09 W</c>, with minutes or seconds as decimals.</summary>
internal static class OpenAirPosition
{
    public static GeoPoint Parse(string text)
    {
        var upper = text.Trim().ToUpperInvariant();
        var split = upper.IndexOfAny(['N', 'S']);
        var end = upper.IndexOfAny(['E', 'W']);
        if (split < 0 || end < split)
            throw new FormatException($"place \"{text}\" is not like 39:29:54 N 119:46:09 W");
        var latitude = Degrees(upper[..split], text) * (upper[split] == 'S' ? -1 : 1);
        var longitude = Degrees(upper[(split + 1)..end], text) * (upper[end] == 'W' ? -1 : 1);
        var place = new GeoPoint(latitude, longitude);
        return place.IsValid ? place : throw new FormatException($"place \"{text}\" is not on the earth");
    }

    private static double Degrees(string text, string whole)
    {
        var value = 0.0;
        var unit = 1.0;
        foreach (var part in text.Trim().Split(':'))
        {
            if (!double.TryParse(part, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
                throw new FormatException($"place \"{whole}\" has \"{part}\", which is not a number");
            value += number * unit;
            unit /= 60;
        }
        return value;
    }
}
