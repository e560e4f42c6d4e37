using System.Text.Json;

namespace Overflight.Record.Packaging;

/// <summary>The package's table of contents, <c>evidence.json</c> (docs/record.md, "The evidence package").</summary>
internal sealed record EvidenceManifest(string Origin, long Size, long Made, IReadOnlyList<EvidenceManifest.Entry> Entries, IReadOnlyList<EvidenceManifest.Attached> Attachments)
{
    public const string Schema = "overflight/evidence/1";
    public const string FileName = "evidence.json";
    public const int MostEntries = 100_000;

    /// <summary>An entry: its files in the package; disclosures may be null.</summary>
    public sealed record Entry(long Index, string Leaf, string Proof, string? Disclosures);

    /// <summary>A file that the leaf with that index tells of.</summary>
    public sealed record Attached(long Index, string File);

    public byte[] ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteNumber("v", 1);
            json.WriteString("schema", Schema);
            json.WriteString("origin", Origin);
            json.WriteNumber("size", Size);
            json.WriteNumber("made", Made);
            json.WriteStartArray("entries");
            foreach (var entry in Entries)
            {
                json.WriteStartObject();
                json.WriteNumber("index", entry.Index);
                json.WriteString("leaf", entry.Leaf);
                json.WriteString("proof", entry.Proof);
                json.WriteString("disclosures", entry.Disclosures);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteStartArray("attachments");
            foreach (var attached in Attachments)
            {
                json.WriteStartObject();
                json.WriteNumber("index", attached.Index);
                json.WriteString("file", attached.File);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    public static EvidenceManifest Parse(ReadOnlyMemory<byte> bytes)
    {
        using var document = StrictDocument.Parse(bytes, FileName);
        var root = new StrictObject(document.RootElement, FileName, "v", "schema", "origin", "size", "made", "entries", "attachments");
        if (root.Whole("v") != 1 || root.Text("schema") != Schema)
            throw new RecordException($"{FileName}: is not of schema {Schema}");
        var entries = root.List("entries").Select(element => new StrictObject(element, FileName, "index", "leaf", "proof", "disclosures"))
            .Select(entry => new Entry(entry.Whole("index"), entry.Text("leaf"), entry.Text("proof"), entry.TextOrNull("disclosures"))).ToList();
        var attachments = root.List("attachments").Select(element => new StrictObject(element, FileName, "index", "file"))
            .Select(attached => new Attached(attached.Whole("index"), attached.Text("file"))).ToList();
        if (entries.Count is 0 or > MostEntries || entries.Select(e => e.Index).Distinct().Count() != entries.Count)
            throw new RecordException($"{FileName}: names 1 to {MostEntries} entries, each once");
        return new(root.Text("origin"), root.Whole("size"), root.Whole("made"), entries, attachments);
    }
}
