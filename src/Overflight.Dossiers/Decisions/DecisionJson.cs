using System.Text.Encodings.Web;
using System.Text.Json;
using Overflight.Authority.Deciding;
using Overflight.Authority.Rules;
using Overflight.Dossiers.Json;

namespace Overflight.Dossiers.Decisions;

/// <summary>Writes <c>overflight/decision/1</c>, by <c>docs/schemas/decision-1.schema.json</c>.</summary>
public static class DecisionJson
{
    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one decision to a stream, which stays open.</summary>
    public static void Write(Stream output, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(decision);
        using (var json = new Utf8JsonWriter(output, s_options))
            Write(json, decision);
        output.Write("\n"u8);
    }

    private static void Write(Utf8JsonWriter json, Decision decision)
    {
        json.WriteStartObject();
        json.WriteString("schema", "overflight/decision/1");
        json.WriteString("sortie", decision.Sortie);
        json.WriteString("stage", DecisionWords.Of(decision.Stage));
        json.WriteString("at", decision.At.ToString());
        json.WriteBoolean("permitted", decision.IsPermitted);
        Texts(json, "blockedBy", decision.BlockedBy);
        json.WriteString("ruleSet", decision.RuleSet);
        json.WriteStartArray("answers");
        foreach (var answer in decision.Answers)
            Answer(json, answer);
        json.WriteEndArray();
        json.WriteStartArray("overflights");
        foreach (var overflight in decision.Path.States)
        {
            json.WriteStartObject();
            json.WriteString("state", overflight.State);
            json.WriteBoolean("certain", overflight.IsCertain);
            json.WriteString("from", overflight.From.ToString());
            json.WriteString("to", overflight.To.ToString());
            json.Pair("legs", (overflight.FirstLeg, overflight.LastLeg));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("duties");
        foreach (var standing in decision.Duties)
        {
            json.WriteStartObject();
            json.WriteString("key", standing.Duty.Key);
            json.WriteString("rule", standing.Duty.Rule);
            json.WriteString("recipients", standing.Duty.Recipients);
            json.WriteString("cause", standing.Duty.Cause);
            json.WriteString("openedAt", standing.Duty.OpenedAt.ToString());
            json.Time("dueAt", standing.Duty.DueAt);
            json.WriteString("state", DecisionWords.Of(standing.State));
            json.Text("notice", standing.Notice?.Citation ?? "");
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("differences");
        foreach (var difference in decision.Differences)
        {
            json.WriteStartObject();
            json.WriteString("what", difference.What);
            json.WriteString("text", difference.Text);
            json.WriteString("from", difference.From.ToString());
            json.WriteString("to", difference.To.ToString());
            json.WriteEndObject();
        }
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
        var boundaries = decision.Path.Boundaries;
        json.WriteStartObject("boundaries");
        json.WriteString("name", boundaries.Name);
        json.WriteString("vintage", boundaries.Vintage);
        json.WriteString("sha256", boundaries.CompiledSha256);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void Answer(Utf8JsonWriter json, RuleAnswer answer)
    {
        json.WriteStartObject();
        json.WriteString("rule", answer.Rule);
        json.WriteString("title", answer.Title);
        json.WriteString("citation", answer.Citation);
        json.WriteString("outcome", DecisionWords.Of(answer.Outcome));
        json.WriteStartArray("reasons");
        foreach (var reason in answer.Reasons)
        {
            json.WriteStartObject();
            json.WriteString("outcome", DecisionWords.Of(reason.Outcome));
            json.WriteString("text", reason.Text);
            json.Text("state", reason.State ?? "");
            if (reason is { FirstLeg: { } first, LastLeg: { } last })
                json.Pair("legs", (first, last));
            if (reason.From is { } from)
                json.WriteString("from", from.ToString());
            if (reason.To is { } to)
                json.WriteString("to", to.ToString());
            if (reason.Documents.Count > 0)
                Texts(json, "documents", reason.Documents);
            if (reason.Numbers.Count > 0)
            {
                json.WriteStartObject("numbers");
                foreach (var (name, value) in reason.Numbers)
                    json.Number(name, value, 3);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
