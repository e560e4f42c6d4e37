using System.Text.Json;
using Overflight.Dossiers.Json;
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
        AreaGeometry.Write(json, reach.Outline, decimals: 5);
        json.WriteEndObject();
    }
}
