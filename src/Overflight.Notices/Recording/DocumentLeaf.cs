using System.Globalization;
using System.Text;
using System.Text.Json;
using Overflight.Authority.Documents;
using Overflight.Record.Leaves;
using Overflight.Tracks;

namespace Overflight.Notices.Recording;

/// <summary>A leaf of the record that says that a version of a document was there (docs/notices.md, "Leaves").</summary>
/// <param name="Index">Its index.</param>
/// <param name="Time">When it was written, as the record has it.</param>
/// <param name="Kind">The document's kind.</param>
/// <param name="Id">The document's id.</param>
/// <param name="Version">The document's version.</param>
/// <param name="Sha256">SHA-256 of the document's file, hex; null where it is sealed and was not opened.</param>
/// <param name="RecordedAt">When the document says that it was recorded.</param>
public sealed record DocumentLeaf(long Index, UtcInstant Time, string Kind, string Id, int Version, string? Sha256, string RecordedAt)
{
    /// <summary>The leaves' kind.</summary>
    public const string LeafKind = "authority.document";

    private const string HashField = "sha256";

    /// <summary>The name by which decisions cite the document.</summary>
    public string Citation => $"{Kind} {Id} v{Version.ToString(CultureInfo.InvariantCulture)}";

    /// <summary>The subject of all leaves about a document.</summary>
    public static string SubjectOf(string kind, string id) => $"authority.{kind}.{id}";

    /// <summary>Reads a leaf.</summary>
    /// <param name="index">Its index.</param>
    /// <param name="leaf">The leaf.</param>
    /// <param name="open">Opens what is sealed in it; gives nothing where it cannot.</param>
    /// <exception cref="InvalidDataException">A field is missing, or of another form.</exception>
    internal static DocumentLeaf Of(long index, Leaf leaf, Func<Leaf, IReadOnlyList<Disclosure>> open)
    {
        var hash = leaf.Digests.Count == 0
            ? LeafMember.Text(leaf, HashField)
            : open(leaf).FirstOrDefault(field => field.Name == HashField) is { } opened ? JsonElement.Parse(opened.Value.Span).GetString() : null;
        return new(
            index, UtcInstant.FromUnixMilliseconds(leaf.Time), LeafMember.Text(leaf, "documentKind"), LeafMember.Text(leaf, "id"), LeafMember.Number(leaf, "version"), hash, LeafMember.Text(leaf, "recordedAt"));
    }

    /// <summary>The leaf to append for a document.</summary>
    /// <param name="document">The document, read from its file.</param>
    /// <param name="sealHash">Whether the file's hash is sealed.</param>
    public static LeafDraft ToDraft(AuthorityDocument document, bool sealHash)
    {
        ArgumentNullException.ThrowIfNull(document);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("kind", LeafKind);
            json.WriteString("subject", SubjectOf(document.Kind, document.Id));
            json.WriteString("documentKind", document.Kind);
            json.WriteString("id", document.Id);
            json.WriteNumber("version", document.Version);
            json.WriteString("recordedAt", document.RecordedAt.ToString());
            json.WriteString(HashField, document.Sha256);
            json.WriteEndObject();
        }
        return LeafDraft.Parse(bytes.ToArray(), sealHash ? [HashField] : null);
    }
}
