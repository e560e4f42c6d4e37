using System.Text.Json;
using Overflight.Authority.Documents;
using Overflight.Notices.Recording;
using Overflight.Record.Leaves;

namespace Overflight.Notices.Telling;

/// <summary>The one leaf of a notice: what all recipients may read in clear, every part that has a class sealed (docs/notices.md, "Leaves").</summary>
public static class NoticeLeaf
{
    /// <summary>The leaves' kind.</summary>
    public const string LeafKind = "authority.notice";

    /// <summary>Before the name of a part that is sealed, so that it is never that of a public field.</summary>
    private const string PartPrefix = "content.";

    /// <summary>What tells versions of the document apart, and not what was told.</summary>
    private static readonly string[] s_ofTheVersion = ["version", "sha256"];

    /// <summary>The leaf to append.</summary>
    /// <param name="notice">The notice, sent.</param>
    /// <param name="recipients">Its recipient set, in the version in force when it was sent.</param>
    /// <param name="random">Where salts and decoys come from; null for the system's generator.</param>
    public static LeafDraft ToDraft(Notice notice, RecipientSet recipients, RandomSource? random = null)
    {
        ArgumentNullException.ThrowIfNull(notice);
        ArgumentNullException.ThrowIfNull(recipients);
        var parts = Parts(notice).Where(part => part.Class is not null).ToDictionary(part => PartPrefix + part.Name, part => (ReadOnlyMemory<byte>)ValueOf(part));
        return LeafDraft.Create(LeafKind, SubjectOf(notice), PublicFields(notice, recipients), parts.Count == 0 ? null : parts, random: random);
    }

    /// <summary>The subject of leaves about a notice.</summary>
    public static string SubjectOf(Notice notice)
    {
        ArgumentNullException.ThrowIfNull(notice);
        return DocumentLeaf.SubjectOf(notice.Kind, notice.Id);
    }

    /// <summary>The class of a sealed part, which is the vault's compartment for it.</summary>
    public static string ClassOf(Disclosure disclosure) => PartOf(disclosure).Class ?? throw new InvalidDataException("a sealed part of a notice has no class");

    /// <summary>A sealed part, opened.</summary>
    /// <exception cref="InvalidDataException">It is no part of a notice.</exception>
    public static NoticePart PartOf(Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(disclosure);
        return NoticePart.Read(JsonElement.Parse(disclosure.Value.Span));
    }

    /// <summary>The parts that stand in clear.</summary>
    /// <exception cref="InvalidDataException">The leaf is of another form.</exception>
    public static IReadOnlyList<NoticePart> PublicParts(Leaf leaf) => [.. LeafMember.Read(leaf, "content", JsonValueKind.Array).EnumerateArray().Select(NoticePart.Read)];

    /// <summary>Whether a leaf, all of it opened, says what a notice says; versions that only add receipts say the same.</summary>
    public static bool Says(Leaf leaf, IReadOnlyList<Disclosure> opened, Notice notice, RecipientSet recipients)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        ArgumentNullException.ThrowIfNull(opened);
        var expected = LeafDraft.Create(LeafKind, "notice", PublicFields(notice, recipients)).Make(0, 0, null);
        var fields = Leaf.Parse(expected);
        var isSameInClear = leaf.Kind == LeafKind && leaf.FieldNames.SequenceEqual(fields.FieldNames)
            && leaf.FieldNames.Except(s_ofTheVersion).All(name => leaf.Field(name)!.Value.Span.SequenceEqual(fields.Field(name)!.Value.Span));
        var classed = Parts(notice).Where(part => part.Class is not null).ToArray();
        return isSameInClear && opened.Count == classed.Length && classed.All(part => opened.Any(field => field.Name == PartPrefix + part.Name && PartOf(field) == part));
    }

    private static IEnumerable<NoticePart> Parts(Notice notice) => notice.Content.Select((field, place) => new NoticePart(place, field.Name, field.Class, field.Value));

    private static byte[] ValueOf(NoticePart part)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
            part.Write(json);
        return bytes.ToArray();
    }

    private static byte[] PublicFields(Notice notice, RecipientSet recipients)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            json.WriteString("notice", notice.Id);
            json.WriteNumber("version", notice.Version);
            json.WriteString("sha256", notice.Sha256);
            json.WriteString("duty", notice.Duty);
            json.WriteString("recipients", notice.Recipients);
            json.WriteNumber("recipientsVersion", recipients.Version);
            json.WriteString("contentClass", notice.ContentClass);
            json.WriteString("dueAt", notice.DueAt.ToString());
            json.WriteString("sentAt", notice.SentAt?.ToString() ?? throw new InvalidDataException($"{notice.Citation} is not sent: it has no sentAt"));
            json.WriteBoolean("limited", notice.Limited is not null);
            json.WriteStartArray("content");
            foreach (var part in Parts(notice).Where(part => part.Class is null))
                part.Write(json);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }
}
