using System.Text.Json;
using Overflight.Cli.Running;
using Overflight.Record;
using Overflight.Record.Leaves;

namespace Overflight.Cli.Records;

/// <summary>What opens an entry's sealed fields, in a file to hand on: docs/record.md, "The evidence package", <c>disclosures/N.json</c>.</summary>
internal static class DisclosureFile
{
    /// <summary>Far more than 16 disclosures of the greatest length take.</summary>
    private const int MaximumLength = 4 << 20;

    public static void Write(Stream output, long index, IEnumerable<Disclosure> disclosures)
    {
        using (var json = new Utf8JsonWriter(output))
        {
            json.WriteStartObject();
            json.WriteNumber("v", 1);
            json.WriteNumber("index", index);
            WriteTexts(json, disclosures);
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }

    public static void WriteTexts(Utf8JsonWriter json, IEnumerable<Disclosure> disclosures)
    {
        json.WriteStartArray("disclosures");
        foreach (var disclosure in disclosures)
            json.WriteStringValue(disclosure.Text);
        json.WriteEndArray();
    }

    /// <exception cref="UserError">It is no such file, or of another entry.</exception>
    public static IReadOnlyList<Disclosure> Read(string path, long index)
    {
        if (new FileInfo(path).Length > MaximumLength)
            throw new UserError($"{path}: is no file of disclosures: it is longer than {MaximumLength} bytes");
        try
        {
            using var document = JsonDocument.Parse(CanonicalJson.CanonicalizeLeaf(File.ReadAllBytes(path)));
            var root = document.RootElement;
            if (root.EnumerateObject().Count() != 3 || root.GetProperty("v").GetInt64() != 1)
                throw new RecordException("v is 1, and its other members are index and disclosures");
            if (root.GetProperty("index").GetInt64() is var of && of != index)
                throw new UserError($"{path}: opens entry {of}, not {index}");
            return [.. root.GetProperty("disclosures").EnumerateArray().Select(text => Disclosure.Parse(text.GetString() ?? ""))];
        }
        catch (Exception error) when (error is RecordException or InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new UserError($"{path}: is no file of disclosures, such as \"record open --out\" writes: {(error is RecordException ? error.Message : "a member is missing or of another form")}");
        }
    }
}
