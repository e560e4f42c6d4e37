using System.Text.Json;
using Overflight.Record.Leaves;
using Overflight.Record.Notes;

namespace Overflight.Record.Vaults;

/// <summary>Whose record a vault belongs to, what compartments it has, and who approves destruction (<c>vault.json</c>).</summary>
/// <param name="Origin">The log's origin.</param>
/// <param name="Compartments">The compartments, each with the id of its key.</param>
/// <param name="Approvers">The keys that may approve a tombstone, type 0x01; at least two.</param>
/// <param name="RequiredApprovals">How many of them must; at least two.</param>
public sealed record VaultSettings(string Origin, IReadOnlyDictionary<string, string> Compartments, IReadOnlyList<NoteVerifier> Approvers, int RequiredApprovals)
{
    private const string Schema = "overflight/vault/1";

    /// <summary>Refuses settings by which one person could destroy.</summary>
    /// <exception cref="RecordException">They are no settings of a vault; the message says why.</exception>
    public void Check()
    {
        if (!KeyName.IsValid(Origin))
            throw new RecordException("a vault names its log by the log's origin");
        if (Compartments.Count == 0 || !Compartments.Keys.All(IsCompartment))
            throw new RecordException("a vault has compartments, each named by 1 to 64 small letters, digits and hyphens, beginning with a letter or digit");
        for (var i = 0; i < Approvers.Count; i++)
        {
            if (Approvers[i].Algorithm != NoteAlgorithm.Ed25519)
                throw new RecordException($"{Approvers[i]} cannot approve: an approver signs with a key of type 0x01 (Ed25519)");
            if (Approvers.Take(i).Any(Approvers[i].HasSameKey))
                throw new RecordException($"the key of {Approvers[i].Name} is among the approvers twice, under another name perhaps: two persons have two keys");
        }
        if (Approvers.Count < 2 || RequiredApprovals < 2 || RequiredApprovals > Approvers.Count)
            throw new RecordException($"destruction is approved by at least two of at least two approvers; here it is {RequiredApprovals} of {Approvers.Count}");
    }

    internal static bool IsCompartment(string name) =>
        name.Length is > 0 and <= 64 && char.IsAsciiLetterOrDigit(name[0]) && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');

    internal byte[] ToJson()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteNumber("v", 1);
            writer.WriteString("schema", Schema);
            writer.WriteString("origin", Origin);
            writer.WriteStartObject("compartments");
            foreach (var (name, key) in Compartments)
                writer.WriteString(name, key);
            writer.WriteEndObject();
            writer.WriteStartArray("approvers");
            foreach (var approver in Approvers)
                writer.WriteStringValue(approver.ToString());
            writer.WriteEndArray();
            writer.WriteNumber("approvals", RequiredApprovals);
            writer.WriteEndObject();
        }
        return [.. CanonicalJson.Canonicalize(stream.ToArray()), (byte)'\n'];
    }

    internal static VaultSettings Parse(ReadOnlySpan<byte> json)
    {
        try
        {
            using var document = JsonDocument.Parse(CanonicalJson.CanonicalizeLeaf(json));
            var root = document.RootElement;
            if (root.GetProperty("schema").GetString() != Schema)
                throw new RecordException($"its schema is not {Schema}");
            var settings = new VaultSettings(
                root.GetProperty("origin").GetString() ?? "",
                root.GetProperty("compartments").EnumerateObject().ToDictionary(c => c.Name, c => c.Value.GetString() ?? ""),
                [.. root.GetProperty("approvers").EnumerateArray().Select(a => NoteVerifier.Parse(a.GetString() ?? ""))],
                root.GetProperty("approvals").GetInt32());
            settings.Check();
            return settings;
        }
        catch (Exception error) when (error is InvalidOperationException or KeyNotFoundException or FormatException)
        {
            throw new RecordException("a member is missing or of another form", error);
        }
    }
}
