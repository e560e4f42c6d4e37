using System.Text.Json;
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
        if (leaf.Kind != SealedLeaf.Kind || !opened.TryGetValue(SealedLeaf.FieldName, out var whole))
            return null;
        using var inner = JsonDocument.Parse(whole.Value);
        return inner.RootElement.GetProperty("kind").GetString() == Attachment.Kind
            ? Of(name => inner.RootElement.TryGetProperty(name, out var value) ? System.Text.Encoding.UTF8.GetBytes(value.GetRawText()) : (ReadOnlyMemory<byte>?)null)
            : null;
    }

    private static AttachmentFacts? Of(Func<string, ReadOnlyMemory<byte>?> field)
    {
        if (field("name") is not { } name || field("length") is not { } length || field("sha256") is not { } hash)
            return null;
        return TextOf(hash) is { } sha256 && DecimalNumber.TryParse(System.Text.Encoding.UTF8.GetString(length.Span), out var bytes) ? new(TextOf(name) ?? "", bytes, sha256) : null;
    }

    private static string? TextOf(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.ValueKind == JsonValueKind.String ? document.RootElement.GetString() : null;
    }
}
