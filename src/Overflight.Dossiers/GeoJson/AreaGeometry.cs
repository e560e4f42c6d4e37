using System.Text.Json;
using Overflight.Geodesy;

namespace Overflight.Dossiers.GeoJson;

/// <summary>Rings as the geometry of a feature, a polygon a ring (RFC 7946, section 3.1.7).</summary>
internal static class AreaGeometry
{
    /// <summary>Writes the member <c>geometry</c>.</summary>
    /// <param name="json">Where to, within a feature.</param>
    /// <param name="rings">Closed rings, anticlockwise.</param>
    /// <param name="decimals">Of a degree.</param>
    public static void Write(Utf8JsonWriter json, IEnumerable<IEnumerable<GeoPoint>> rings, int decimals)
    {
        json.WriteStartObject("geometry");
        json.WriteString("type", "MultiPolygon");
        json.WriteStartArray("coordinates");
        foreach (var ring in rings)
        {
            json.WriteStartArray();
            json.WriteStartArray();
            foreach (var place in ring)
            {
                json.WriteStartArray();
                json.WriteNumberValue(Math.Round(place.LongitudeDegrees, decimals));
                json.WriteNumberValue(Math.Round(place.LatitudeDegrees, decimals));
                json.WriteEndArray();
            }
            json.WriteEndArray();
            json.WriteEndArray();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
