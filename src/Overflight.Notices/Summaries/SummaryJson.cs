using System.Text.Encodings.Web;
using System.Text.Json;

namespace Overflight.Notices.Summaries;

/// <summary>A summary as one JSON object (docs/schemas/summary-1.schema.json).</summary>
public static class SummaryJson
{
    /// <summary>The schema's name.</summary>
    public const string Schema = "overflight/summary/1";

    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it.</summary>
    public static void Write(Stream output, ProgrammeSummary summary)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(summary);
        using (var json = new Utf8JsonWriter(output, s_options))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteString("programme", summary.Programme);
            json.WriteString("name", summary.Name);
            json.WriteString("from", summary.From.ToString());
            json.WriteString("to", summary.To.ToString());
            json.WriteString("at", summary.At.ToString());
            WriteRecord(json, summary);
            json.WriteStartObject("counts");
            foreach (var section in summary.Sections)
                WriteSection(json, section);
            json.WriteEndObject();
            json.WriteStartArray("notCounted");
            foreach (var (what, why) in summary.NotCounted)
            {
                json.WriteStartObject();
                json.WriteString("what", what);
                json.WriteString("why", why);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private static void WriteRecord(Utf8JsonWriter json, ProgrammeSummary summary)
    {
        if (summary.Record is not { } head)
        {
            json.WriteNull("record");
            return;
        }
        json.WriteStartObject("record");
        json.WriteString("origin", head.Origin);
        json.WriteNumber("size", head.Size);
        json.WriteString("root", head.Root.ToString());
        json.WriteEndObject();
    }

    private static void WriteSection(Utf8JsonWriter json, SummarySection section)
    {
        json.WriteStartArray(section.Name);
        foreach (var count in section.Counts)
        {
            json.WriteStartObject();
            json.WriteString("name", count.Name);
            if (count.Value is { } value)
                json.WriteNumber("value", Math.Round(value, 2));
            else
                json.WriteNull("value");
            json.WriteStartArray("leaves");
            foreach (var index in count.Leaves)
                json.WriteNumberValue(index);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }
}
