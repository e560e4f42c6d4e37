using System.Text.Json;
using Overflight.Patterns.Silence;

namespace Overflight.Dossiers.Json;

/// <summary>Silences, as in the schema's <c>gaps</c>.</summary>
internal static class GapJson
{
    public static void Write(Utf8JsonWriter json, IReadOnlyList<GapFinding>? gaps)
    {
        if (gaps is null)
            return;
        json.WriteStartArray("gaps");
        foreach (var gap in gaps)
        {
            json.WriteStartObject();
            json.WriteString("kind", Names.Of(gap.Kind));
            json.WriteString("start", gap.Start.ToString());
            json.WriteString("end", gap.End.ToString());
            json.Place("from", gap.From);
            json.Place("to", gap.To);
            json.Number("othersHeard", gap.OthersHeard, 3);
            json.Number("othersMinutes", gap.OthersMinutes, 1);
            json.WriteNumber("others", gap.Others);
            json.Number("lineMetres", gap.LineMetres, 0);
            json.WriteStartArray("lineStates");
            foreach (var state in gap.LineStates)
                json.WriteStringValue(state);
            json.WriteEndArray();
            json.Number("allowedMetres", gap.AllowedMetres, 0);
            json.Number("asideMetres", gap.AsideMetres, 0);
            json.WriteString("sentence", GapSentence.Of(gap));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
