using System.Text.Json;
using Overflight.Record.Leaves;

namespace Overflight.Record.Packaging;

/// <summary>What opens sealed fields of one leaf, in a file: <c>{"v":1,"index":N,"disclosures":[text, ...]}</c>.</summary>
/// <param name="Index">The leaf's index.</param>
/// <param name="Disclosures">The disclosures.</param>
public sealed record DisclosureFile(long Index, IReadOnlyList<Disclosure> Disclosures)
{
    private const int MostDisclosures = 1_000;

    /// <summary>The file's bytes.</summary>
    public byte[] ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteNumber("v", 1);
            json.WriteNumber("index", Index);
            json.WriteStartArray("disclosures");
            foreach (var disclosure in Disclosures)
                json.WriteStringValue(disclosure.Text);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="file">Its name, for messages.</param>
    /// <exception cref="RecordException">It is none.</exception>
    public static DisclosureFile Parse(ReadOnlyMemory<byte> bytes, string file)
    {
        using var document = StrictDocument.Parse(bytes, file);
        var root = new StrictObject(document.RootElement, file, "v", "index", "disclosures");
        if (root.Whole("v") != 1)
            throw new RecordException(file, "is not of version 1");
        var texts = root.List("disclosures").ToList();
        if (texts.Count > MostDisclosures || texts.Any(text => text.ValueKind != JsonValueKind.String))
            throw new RecordException(file, $"disclosures are texts, at most {MostDisclosures}");
        try
        {
            return new(root.Whole("index"), [.. texts.Select(text => Disclosure.Parse(text.GetString()!))]);
        }
        catch (Exception error) when (error is RecordException or InvalidOperationException)
        {
            throw new RecordException(file, error.Message, error);
        }
    }
}
