using System.Text.Json;
using Overflight.Airspace.Verdicts;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Dossiers.Json;

/// <summary>How instants, places and numbers are written: what is absent or no number is left out, or null where a schema wants it.</summary>
internal static class JsonParts
{
    public static void Bounds(this Utf8JsonWriter json, string name, TimeBounds bounds)
    {
        json.WriteStartObject(name);
        json.Time("earliest", bounds.Earliest);
        json.Time("likely", bounds.Likely);
        json.Time("latest", bounds.Latest);
        json.WriteEndObject();
    }

    public static void Time(this Utf8JsonWriter json, string name, UtcInstant? time)
    {
        if (time is { } value)
            json.WriteString(name, value.ToString());
        else
            json.WriteNull(name);
    }

    public static void Place(this Utf8JsonWriter json, string name, GeoPoint? place)
    {
        if (place is not { } value)
            return;
        json.WriteStartObject(name);
        json.WriteNumber("latitude", Math.Round(value.LatitudeDegrees, 7));
        json.WriteNumber("longitude", Math.Round(value.LongitudeDegrees, 7));
        json.WriteEndObject();
    }

    public static void Pair(this Utf8JsonWriter json, string name, (int, int) pair)
    {
        json.WriteStartArray(name);
        json.WriteNumberValue(pair.Item1);
        json.WriteNumberValue(pair.Item2);
        json.WriteEndArray();
    }

    public static void Number(this Utf8JsonWriter json, string name, double? value, int decimals)
    {
        if (value is { } number && double.IsFinite(number))
            json.WriteNumber(name, Math.Round(number, decimals));
    }

    public static void Text(this Utf8JsonWriter json, string name, string value)
    {
        if (value.Length > 0)
            json.WriteString(name, value);
    }
}
