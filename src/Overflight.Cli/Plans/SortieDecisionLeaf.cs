using System.Text.Encodings.Web;
using System.Text.Json;
using Overflight.Authority.Deciding;
using Overflight.Authority.Documents;
using Overflight.Authority.Rules;

namespace Overflight.Cli.Plans;

/// <summary>A decision as a line for the record: docs/rules.md, "In the record".</summary>
internal static class SortieDecisionLeaf
{
    public const string Kind = "sortie.decision";

    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static byte[] Line(Decision decision, Sortie sortie)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, s_options))
        {
            json.WriteStartObject();
            json.WriteString("kind", Kind);
            json.WriteString("subject", $"sortie.{sortie.Id}");
            json.WriteString("sortie", sortie.Id);
            json.WriteNumber("version", sortie.Version);
            json.WriteString("stage", decision.Stage switch { DecisionStage.Plan => "plan", DecisionStage.Arming => "arming", DecisionStage.InFlight => "in-flight", _ => "flown" });
            json.WriteString("at", decision.At.ToString());
            json.WriteBoolean("permitted", decision.IsPermitted);
            json.WriteString("ruleSet", decision.RuleSet);
            json.WriteStartArray("blockedBy");
            foreach (var rule in decision.BlockedBy)
                json.WriteStringValue(rule);
            json.WriteEndArray();
            json.WriteStartArray("documents");
            foreach (var (document, sha256) in decision.Documents)
            {
                json.WriteStartObject();
                json.WriteString("document", document);
                json.WriteString("sha256", sha256);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }
}
