using System.Text.Json;
using Overflight.Patterns.Score;

namespace Overflight.Dossiers.Json;

/// <summary>The surveillance score, as in the schema's <c>surveillance</c>.</summary>
internal static class SurveillanceJson
{
    public static void Write(Utf8JsonWriter json, SurveillanceScore? score)
    {
        if (score is null)
            return;
        json.WriteStartObject("surveillance");
        json.WriteString("model", score.UsesReservedSquawks ? "usa" : "behaviour");
        json.Number("score", score.Score, 4);
        json.Number("modelProbability", score.ModelProbability, 4);
        json.Number("baseRate", score.BaseRate, 4);
        json.Number("evidence", score.Evidence, 3);
        json.WriteNumber("flights", score.Flights);
        json.WriteNumber("observations", score.Observations);
        json.Number("restLogit", score.RestLogit, 3);
        json.WriteStartArray("reasons");
        foreach (var reason in score.Reasons)
        {
            json.WriteStartObject();
            json.WriteString("text", reason.Text);
            json.Number("logit", reason.Logit, 3);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("cautions");
        foreach (var caution in score.Cautions)
            json.WriteStringValue(caution);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
