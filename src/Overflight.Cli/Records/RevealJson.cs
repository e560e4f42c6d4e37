namespace Overflight.Cli.Records;

/// <summary>An entry with what is open of it, as one JSON object.</summary>
internal static class RevealJson
{
    public static void Write(RevealedEntry entry, string? file) => JsonLine.Write(json =>
    {
        var leaf = entry.Leaf;
        json.WriteNumber("index", entry.Index);
        json.WriteString("leaf", leaf.Hash.ToBase64Url());
        json.WriteString("kind", leaf.Kind);
        json.WriteString("subject", leaf.Subject);
        json.WriteNumber("n", leaf.N);
        json.WriteNumber("t", leaf.Time);
        json.WriteStartObject("fields");
        foreach (var name in leaf.FieldNames)
            FieldText.Write(json, name, leaf.Field(name)!.Value);
        json.WriteEndObject();
        json.WriteStartArray("opened");
        foreach (var open in entry.Opened)
        {
            json.WriteStartObject();
            json.WriteString("name", open.Field.Name);
            FieldText.Write(json, "value", open.Field.Value);
            if (open.Published is { } by)
            {
                json.WriteNumber("entry", open.Entry!.Value);
                json.WriteString("authority", by.Authority);
                json.WriteString("reason", by.Reason);
            }
            else
            {
                json.WriteString("file", file);
            }
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("destroyed");
        foreach (var (at, tombstone) in entry.Tombstones)
        {
            json.WriteStartObject();
            json.WriteNumber("entry", at);
            json.WriteNumber("digests", tombstone.Digests.Count);
            json.WriteString("reason", tombstone.Reason);
            json.WriteStartArray("approvers");
            foreach (var signature in tombstone.Approvals.SelectMany(note => note.Signatures))
                json.WriteStringValue(signature.Name);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteNumber("digests", leaf.Digests.Count);
        json.WriteNumber("sealed", entry.SealedDigests);
        json.WriteStartArray("refused");
        foreach (var (source, reason) in entry.Refused)
        {
            json.WriteStartObject();
            json.WriteString("source", source);
            json.WriteString("reason", reason);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });
}
