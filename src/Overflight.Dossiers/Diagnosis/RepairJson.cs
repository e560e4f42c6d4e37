using System.Text.Json;
using Overflight.Misb.Diagnosis.Repairing;

namespace Overflight.Dossiers.Diagnosis;

/// <summary>The note that lies beside a repaired copy: from what it was made, and what was changed in it.</summary>
public static class RepairJson
{
    /// <summary>Writes it.</summary>
    public static void Write(Stream output, string version, string command, string input, string copy, IReadOnlyList<RepairNote> notes)
    {
        ArgumentNullException.ThrowIfNull(notes);
        using (var json = new Utf8JsonWriter(output, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("schema", "overflight/repair/1");
            json.WriteString("version", version);
            json.WriteString("command", command);
            json.WriteString("input", input);
            json.WriteString("copy", copy);
            json.WriteStartArray("changes");
            foreach (var note in notes)
            {
                json.WriteStartObject();
                json.WriteString("id", note.Id);
                json.WriteString("what", note.What);
                json.WriteNumber("done", note.Done);
                json.WriteNumber("left", note.Left);
                if (note.Why is { } why)
                    json.WriteString("why", why);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    /// <summary>A change in words.</summary>
    public static string Sentence(RepairNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        return Wording.Text($"{note.What}, {note.Done:#,0} times") + (note.Left > 0 ? Wording.Text($"; not in {note.Left:#,0} cases: {note.Why}") : "");
    }
}
