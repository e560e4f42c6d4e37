using System.Text.Encodings.Web;
using System.Text.Json;
using Overflight.Authority.Deciding;
using Overflight.Authority.Documents;
using Overflight.Authority.Rules;
using Overflight.Notices.Recording;
using Overflight.Record.Leaves;

namespace Overflight.Operations.Recording;

/// <summary>A decision as a leaf: docs/rules.md, "In the record".</summary>
public static class SortieDecisionLeaf
{
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The leaf, to be appended.</summary>
    /// <param name="decision">The decision.</param>
    /// <param name="sortie">What it is on.</param>
    /// <param name="time">When it was made, Unix milliseconds; the record's own clock where null.</param>
    public static LeafDraft Draft(Decision decision, Sortie sortie, long? time = null)
    {
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(sortie);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, s_options))
        {
            json.WriteStartObject();
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
        return LeafDraft.Create(DecisionLeaf.LeafKind, $"sortie.{sortie.Id}", bytes.ToArray(), null, time);
    }
}
