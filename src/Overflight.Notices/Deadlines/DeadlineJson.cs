using System.Text.Encodings.Web;
using System.Text.Json;
using Overflight.Tracks;

namespace Overflight.Notices.Deadlines;

/// <summary>Deadlines as one JSON object (docs/schemas/duties-1.schema.json).</summary>
public static class DeadlineJson
{
    /// <summary>The schema's name.</summary>
    public const string Schema = "overflight/duties/1";

    private static readonly JsonWriterOptions s_options = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="deadlines">The deadlines.</param>
    /// <param name="now">The instant that they are of.</param>
    /// <param name="withoutTrack">Flown sorties without a track.</param>
    /// <param name="problems">What could not be read of the papers.</param>
    public static void Write(Stream output, IReadOnlyList<Deadline> deadlines, UtcInstant now, IReadOnlyList<string> withoutTrack, IReadOnlyList<string> problems)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(deadlines);
        using (var json = new Utf8JsonWriter(output, s_options))
        {
            json.WriteStartObject();
            json.WriteString("schema", Schema);
            json.WriteString("at", now.ToString());
            json.WriteStartArray("duties");
            foreach (var deadline in deadlines)
                Write(json, deadline);
            json.WriteEndArray();
            Texts(json, "withoutTrack", withoutTrack);
            Texts(json, "problems", problems);
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, Deadline deadline)
    {
        json.WriteStartObject();
        json.WriteString("key", deadline.Key);
        json.WriteString("kind", DeadlineWords.Of(deadline.Kind));
        json.WriteString("state", DeadlineWords.Of(deadline.State));
        json.WriteString("text", deadline.Text);
        json.WriteString("programme", deadline.Programme);
        json.WriteString("openedAt", deadline.OpenedAt.ToString());
        json.WriteString("dueAt", deadline.DueAt?.ToString());
        json.WriteString("doneAt", deadline.DoneAt?.ToString());
        json.WriteString("recipients", deadline.Recipients);
        json.WriteString("document", deadline.Document);
        json.WriteEndObject();
    }

    private static void Texts(Utf8JsonWriter json, string name, IReadOnlyList<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }
}
