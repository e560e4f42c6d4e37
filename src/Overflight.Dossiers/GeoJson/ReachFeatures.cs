using System.Text.Json;
using Overflight.Dossiers.Json;
using Overflight.Geodesy;
using Overflight.Patterns.Reach;

namespace Overflight.Dossiers.GeoJson;

/// <summary>What a flight could see of an airspace as one feature, a polygon a ring.</summary>
internal static class ReachFeatures
{
    public static void Write(Utf8JsonWriter json, string aircraft, SensorReach reach)
    {
        if (reach.Outline.Count == 0)
            return;
        json.WriteStartObject();
        json.WriteString("type", "Feature");
        json.WriteStartObject("properties");
        json.WriteString("overflight:kind", "sensor-reach");
        json.WriteString("aircraft", Wording.Clean(aircraft));
        ReachJson.Figures(json, reach);
        json.WriteEndObject();
        json.WriteStartObject("geometry");
        json.WriteString("type", "MultiPolygon");
        json.WriteStartArray("coordinates");
        foreach (var ring in reach.Outline)
        {
            json.WriteStartArray();
            json.WriteStartArray();
            foreach (var place in ring)
                Position(json, place);
            json.WriteEndArray();
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Position(Utf8JsonWriter json, GeoPoint place)
    {
        json.WriteStartArray();
        json.WriteNumberValue(Math.Round(place.LongitudeDegrees, 5));
        json.WriteNumberValue(Math.Round(place.LatitudeDegrees, 5));
        json.WriteEndArray();
    }
}
