using Overflight.Record.Leaves;

namespace Overflight.Record.Packaging;

/// <summary>What a leaf tells of a file, in clear or in fields that were opened.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Length">Its bytes.</param>
/// <param name="Sha256">Their SHA-256 in hex.</param>
internal sealed record AttachmentFacts(string Name, long Length, string Sha256)
{
    /// <summary>The facts; null where the leaf tells of no file, or not openly.</summary>
    public static AttachmentFacts? Of(Leaf leaf, IReadOnlyDictionary<string, Disclosure> opened)
    {
        if (leaf.Kind == Attachment.Kind)
            return Of(name => leaf.Field(name) ?? opened.GetValueOrDefault(name)?.Value);
        return leaf.Kind == SealedLeaf.Kind && opened.TryGetValue(SealedLeaf.FieldName, out var whole) && SealedLeaf.Open(leaf, whole) is { InnerKind: Attachment.Kind } inner
            ? Of(inner.Field)
            : null;
    }

    private static AttachmentFacts? Of(Func<string, ReadOnlyMemory<byte>?> field) =>
        field("name") is { } name && LeafValue.TryText(name.Span, out var called)
        && field("length") is { } length && LeafValue.TryNumber(length.Span, out var bytes)
        && field("sha256") is { } hash && LeafValue.TryText(hash.Span, out var sha256) ? new(called, bytes, sha256) : null;
}
