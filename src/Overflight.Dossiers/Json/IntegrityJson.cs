using System.Text.Json;
using Overflight.Patterns.Integrity;

namespace Overflight.Dossiers.Json;

/// <summary>What is wrong with positions, as in the schema's <c>integrity</c>.</summary>
internal static class IntegrityJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<IntegrityFinding> findings)
    {
        json.WriteStartArray("integrity");
        foreach (var finding in findings)
        {
            json.WriteStartObject();
            json.WriteString("kind", Names.Of(finding.Kind));
            json.WriteString("start", finding.Start.ToString());
            json.WriteString("end", finding.End.ToString());
            json.Place("place", finding.Place);
            json.Pair("fixes", (finding.First, finding.Last));
            json.WriteNumber("concerned", finding.Fixes);
            json.Number("magnitude", finding.Magnitude, 1);
            json.WriteBoolean("setAside", finding.IsFalse);
            json.WriteString("sentence", IntegritySentence.Of(finding));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    public static void Write(Utf8JsonWriter json, IReadOnlyList<InterferenceArea> areas)
    {
        json.WriteStartArray("interference");
        foreach (var area in areas)
        {
            json.WriteStartObject();
            json.WriteString("start", area.Start.ToString());
            json.WriteString("end", area.End.ToString());
            json.Place("centre", area.Centre);
            json.Number("radiusMetres", area.RadiusMetres, 0);
            json.WriteNumber("aircraft", area.Aircraft);
            json.WriteNumber("known", area.Known);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
