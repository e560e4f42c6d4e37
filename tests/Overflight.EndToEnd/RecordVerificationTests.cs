using System.Text;
using System.Text.Json.Nodes;
using NJsonSchema;
using Overflight.Testing;

namespace Overflight.EndToEnd;

/// <summary>The JSON of <c>record verify</c> and <c>record fsck</c> keeps to its schema.</summary>
public sealed class RecordVerificationTests
{
    [Fact]
    public async Task What_verifying_writes_keeps_to_its_schema()
    {
        using var record = new UserRecord();
        record.Append("{\"runway\":\"31\"}\n{\"runway\":\"13\"}\n");
        var earlier = record.Write("earlier", File.ReadAllText(Path.Combine(record.Folder, "checkpoint")));
        record.Append("{\"runway\":\"04\"}\n");
        File.WriteAllText(record.File("keys/a file.txt"), "bytes");
        UserRecord.Done("record", "attach", record.Folder, record.File("keys/a file.txt"), "--key", record.Key);
        var policy = Witnessed(record);
        UserRecord.Done("record", "prove", record.Folder, "1", "--out", record.File("proof"));
        UserRecord.Done("record", "prove", record.Folder, "--since", "2", "--out", record.File("growth"));

        await Holds("log", true, "verify", record.Folder, "--policy", policy, "--earlier", earlier, "--attachments", record.File("keys"));
        await Holds("log", true, "fsck", record.Folder);
        await Holds("log", false, "verify", record.Folder, "--vkey", record.Vkey, "--attachments", Path.Combine(record.Folder, "tile"));
        await Holds("proof", true, "verify", record.File("proof"), "--policy", policy);
        await Holds("growth", true, "verify", record.File("growth"), "--vkey", record.Vkey, "--earlier", earlier);
        await Holds("checkpoint", true, "verify", Path.Combine(record.Folder, "checkpoint"), "--policy", policy);

        // An entry is changed in place: the older checkpoint contradicts the entries too.
        foreach (var bundle in Directory.EnumerateFiles(Path.Combine(record.Folder, "tile", "entries"), "*", SearchOption.AllDirectories))
            File.WriteAllText(bundle, File.ReadAllText(bundle, Encoding.Latin1).Replace("\"runway\":\"13\"", "\"runway\":\"31\"", StringComparison.Ordinal), Encoding.Latin1);
        var faulty = await Holds("log", false, "fsck", record.Folder, "--vkey", record.Vkey);
        Assert.NotEmpty(faulty["faults"]!.AsArray());
        Assert.NotNull((await Holds("log", false, "verify", record.Folder, "--vkey", record.Vkey, "--earlier", earlier))["firstContradicted"]);
        await Holds(null, false, "verify", record.Write("proof", File.ReadAllText(record.File("proof")).Replace("index 1", "index 2", StringComparison.Ordinal)), "--vkey", record.Vkey);

        // The schema says no where it should.
        var schema = await Schema();
        foreach (var name in new[] { "schema", "verified", "target", "faults" })
        {
            var without = (JsonObject)faulty.DeepClone();
            without.Remove(name);
            Assert.NotEmpty(schema.Validate(without.ToJsonString()));
        }
    }

    private static string Witnessed(UserRecord record)
    {
        var witness = UserRecord.Done("record", "key", "new", record.File("keys/court.key"), "--name", "court.example", "--for", "witness").Trim();
        using var server = RunningProgram.Start(new Dictionary<string, string>(), "record", "witness", "serve", "--key", record.File("keys/court.key"), "--log", record.Vkey, "--state", record.File("witness"), "--listen", "http://127.0.0.1:0");
        var address = server.ReadLines(2, TimeSpan.FromMinutes(1))[1].Split(' ')[^1];
        var policy = record.Write("policy", $"log {record.Vkey}\nwitness court {witness} {address}\nquorum court\n");
        UserRecord.Done("record", "checkpoint", record.Folder, "--key", record.Key, "--policy", policy);
        return policy;
    }

    private static Task<JsonSchema> Schema() =>
        JsonSchema.FromFileAsync(Path.Combine(Repository.Root, "docs/schemas/verification-1.schema.json"), TestContext.Current.CancellationToken);

    private static async Task<JsonObject> Holds(string? kind, bool isVerified, params string[] arguments)
    {
        var result = CommandLine.Run(["record", .. arguments, "--format", "json"]);
        Assert.Empty((await Schema()).Validate(result.Output));
        var found = JsonNode.Parse(result.Output)!.AsObject();
        Assert.Equal((isVerified ? 0 : 1, kind, isVerified), (result.ExitCode, (string?)found["kind"], (bool)found["verified"]!));
        return found;
    }
}
