using System.Text.Json;
using Overflight.Dossiers.Paths;
using Overflight.Geodesy;

namespace Overflight.Dossiers.Footprints;

/// <summary>Rings, points and swaths as geometries of RFC 7946.</summary>
internal static class FootprintGeometry
{
    private const int Decimals = 7;

    /// <summary>A ring as a polygon, or two where it crosses the ±180 meridian.</summary>
    public static void Ring(Utf8JsonWriter json, IReadOnlyList<GeoPoint> ring)
    {
        var parts = MeridianCut.Ring(ring);
        json.WriteStartObject("geometry");
        json.WriteString("type", parts.Count == 1 ? "Polygon" : "MultiPolygon");
        json.WriteStartArray("coordinates");
        foreach (var part in parts)
        {
            if (parts.Count > 1)
                json.WriteStartArray();
            Closed(json, part);
            if (parts.Count > 1)
                json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Point(Utf8JsonWriter json, GeoPoint place)
    {
        json.WriteStartObject("geometry");
        json.WriteString("type", "Point");
        json.WritePropertyName("coordinates");
        Position(json, place);
        json.WriteEndObject();
    }

    /// <summary>The areas with their holes. One that crosses the ±180 meridian is written on from one side to the other.</summary>
    public static void Areas(Utf8JsonWriter json, IReadOnlyList<SwathArea> areas)
    {
        json.WriteStartObject("geometry");
        json.WriteString("type", "MultiPolygon");
        json.WriteStartArray("coordinates");
        foreach (var area in areas)
        {
            json.WriteStartArray();
            Closed(json, area.Outer);
            foreach (var hole in area.Holes)
                Closed(json, hole);
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Position(Utf8JsonWriter json, GeoPoint place)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(place.LongitudeDegrees, Decimals));
        json.WriteNumberValue(Math.Round(place.LatitudeDegrees, Decimals));
        json.WriteEndArray();
    }

    public static void Closed(Utf8JsonWriter json, IReadOnlyList<GeoPoint> ring)
    {
        json.WriteStartArray();
        foreach (var place in ring)
            Position(json, place);
        Position(json, ring[0]);
        json.WriteEndArray();
    }
}
