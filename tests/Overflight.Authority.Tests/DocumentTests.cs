using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using CsCheck;
using Overflight.Authority.Documents;
using Overflight.Testing;
using Overflight.Tracks;

namespace Overflight.Authority.Tests;

public sealed class DocumentTests
{
    private static AuthorityDocument Read(string json) => AuthorityJson.Read(Encoding.UTF8.GetBytes(json), "");

    private static string Text(AuthorityDocument document) => Encoding.UTF8.GetString(AuthorityJson.Write(document));

    [Fact]
    public void A_party_stands_once_in_an_instrument()
    {
        var instrument = WorkedCase.Papers.OfType<Instrument>().First();
        var twice = instrument with { Parties = [.. instrument.Parties, instrument.Parties[0] with { MostInteroperability = 1 }] };

        Assert.Equal($"$.parties: \"{instrument.Parties[0].Name}\" is there twice", Assert.Throws<InvalidDataException>(() => Read(Text(twice))).Message);
    }

    [Fact]
    public void What_is_written_is_read_again()
    {
        foreach (var document in WorkedCase.Papers)
            Assert.Equal(Text(document), Text(Read(Text(document))));
    }

    [Theory]
    [InlineData("\"state\": \"MEX\"", "\"state\": \"mexico\"", "is no ISO 3166 alpha-3 code")]
    [InlineData("\"version\": 1", "\"version\": 0", "is no version")]
    [InlineData("\"version\": 1", "\"version\": 1, \"version\": 2", "version")]
    [InlineData("\"version\": 1", "\"verzion\": 1", "verzion")]
    [InlineData("\"id\": \"mex-1\"", "\"id\": \"Mex 1\"", "is no id")]
    [InlineData("\"authority\": \"AFAC\",", "", "authority")]
    [InlineData("\"authority\": \"AFAC\"", "\"authority\": null", "authority")]
    [InlineData("\"requestedAt\": \"2026-01-20T00:00:00Z\"", "\"requestedAt\": \"2026-01-20T00:00:00\"", "is no time in UTC")]
    [InlineData("\"requestedAt\": \"2026-01-20T00:00:00Z\"", "\"requestedAt\": \"2026-13-20T00:00:00Z\"", "is no time in UTC")]
    [InlineData("\"to\": \"2026-06-01T00:00:00Z\"", "\"to\": \"2026-01-01T00:00:00Z\"", "not after its beginning")]
    [InlineData("\"kind\": \"consent\"", "\"kind\": \"conzent\"", "conzent")]
    public void A_paper_with_a_fault_is_refused_with_the_field(string found, string instead, string reason)
    {
        var text = Text(WorkedCase.Papers.OfType<Consent>().First());
        Assert.Contains(found, text, StringComparison.Ordinal);
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => Read(text.Replace(found, instead, StringComparison.Ordinal))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"corridorMetres\": 1000", "\"corridorMetres\": -1", "corridorMetres")]
    [InlineData("\"altitudeToleranceMetres\": 100", "\"altitudeToleranceMetres\": 1e9", "altitudeToleranceMetres")]
    [InlineData("\"latitude\": 32.75", "\"latitude\": 132.75", "is no place")]
    [InlineData("\"interoperability\": 5", "\"interoperability\": 6", "is no level of interoperability")]
    [InlineData("2026-03-02T06:15", "2026-03-02T05:15", "is not later than the point before")]
    public void A_plan_with_a_fault_is_refused_with_the_field(string found, string instead, string reason)
    {
        var text = Text(WorkedCase.Sortie("s-06"));
        Assert.Contains(found, text, StringComparison.Ordinal);
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => Read(text.Replace(found, instead, StringComparison.Ordinal))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[[0, 0], [1, 1]]", "needs 3")]
    [InlineData("[[0, 0], [1, 1], [0, 91]]", "is no place")]
    [InlineData("[[0, 0], [1, 1], [0]]", "is no place")]
    public void An_area_with_a_fault_is_refused(string ring, string reason)
    {
        var node = JsonNode.Parse(Text(WorkedCase.Papers.OfType<Programme>().First()))!;
        node["extent"]!["areas"]![0]!["ring"] = JsonNode.Parse(ring);
        Assert.Contains(reason, Assert.Throws<InvalidDataException>(() => Read(node.ToJsonString())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void No_damage_does_more_than_refuse_a_paper() =>
        Gen.Select(Gen.Int[0, WorkedCase.Papers.Count - 1], Gen.Int[0, 3_000], Gen.Byte, Gen.Int[0, 2]).Sample((number, at, value, how) =>
        {
            var bytes = AuthorityJson.Write(WorkedCase.Papers[number]);
            at %= bytes.Length;
            var damaged = how switch { 0 => [.. bytes[..at], value, .. bytes[(at + 1)..]], 1 => bytes[..at], _ => (byte[])[.. bytes[..at], .. bytes[Math.Min(bytes.Length, at + 1 + value)..]] };
            try
            {
                AuthorityJson.Read(damaged, "");
            }
            catch (InvalidDataException)
            {
            }
        }, iter: 3_000);

    [Fact]
    public void A_folder_is_read_as_far_as_it_can_be_and_the_rest_is_told()
    {
        var folder = Directory.CreateTempSubdirectory("overflight-papers-").FullName;
        try
        {
            var consent = WorkedCase.Papers.OfType<Consent>().First();
            Directory.CreateDirectory(Path.Combine(folder, "below"));
            File.WriteAllBytes(Path.Combine(folder, "below", "a.json"), AuthorityJson.Write(consent));
            File.WriteAllBytes(Path.Combine(folder, "b.json"), AuthorityJson.Write(consent));
            File.WriteAllBytes(Path.Combine(folder, "c.json"), AuthorityJson.Write(consent with { Version = 2, RecordedAt = consent.RecordedAt.AddSeconds(-1) }));
            File.WriteAllText(Path.Combine(folder, "d.json"), "{");
            File.WriteAllBytes(Path.Combine(folder, "e.json"), new byte[AuthorityJson.MostBytes + 1]);
            var (documents, problems) = DocumentFolder.Read(folder);
            Assert.Equal(2, documents.All.Count);
            Assert.Equal(4, problems.Count);
            Assert.Contains(problems, p => p.Contains("a change is a new version", StringComparison.Ordinal));
            Assert.Contains(problems, p => p.Contains("before the version that it follows", StringComparison.Ordinal));
            Assert.Contains(problems, p => p.Contains("d.json: line 1", StringComparison.Ordinal));
            Assert.Contains(problems, p => p.Contains("larger than 4 MB", StringComparison.Ordinal));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void The_published_schema_is_that_of_the_types()
    {
        var schema = AuthorityJson.Options.GetJsonSchemaAsNode(typeof(AuthorityDocument), new()
        {
            TreatNullObliviousAsNonNullable = true,
            TransformSchemaNode = (context, node) => context.TypeInfo.Type == typeof(UtcInstant)
                ? new JsonObject { ["type"] = "string", ["format"] = "date-time", ["pattern"] = "Z$" }
                : context.TypeInfo.Type == typeof(UtcInstant?) ? new JsonObject { ["type"] = new JsonArray("string", "null"), ["format"] = "date-time", ["pattern"] = "Z$" } : node,
        });
        var text = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema", ["$id"] = "overflight/papers/1", ["title"] = "The papers that sorties rest on: docs/rules.md" };
        foreach (var (name, value) in schema.AsObject().ToArray())
        {
            schema.AsObject().Remove(name);
            text[name] = value;
        }
        var path = Path.Combine(Repository.Root, "docs", "schemas", "papers-1.schema.json");
        var written = text.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n";
        if (Environment.GetEnvironmentVariable("OVERFLIGHT_GOLDEN") == "write")
            File.WriteAllText(path, written);
        Assert.Equal(File.ReadAllText(path), written);
    }
}
