using System.Buffers;

namespace Overflight.Record.Leaves;

/// <summary>A leaf that is sealed as a whole, opened.</summary>
/// <param name="InnerKind">What it is.</param>
/// <param name="InnerSubject">What it is about.</param>
/// <param name="Value">Kind, subject and all fields: a canonical object.</param>
public sealed record SealedLeaf(string InnerKind, string InnerSubject, ReadOnlyMemory<byte> Value)
{
    /// <summary>The kind that the log shows.</summary>
    public const string Kind = "record.sealed";

    /// <summary>The subject that the log shows.</summary>
    public const string Subject = "sealed";

    /// <summary>The name of the one true sealed field.</summary>
    public const string FieldName = "leaf";

    /// <summary>Reads what a disclosure opens of such a leaf.</summary>
    /// <exception cref="RecordException">The disclosure is not this leaf's, or holds no leaf.</exception>
    public static SealedLeaf Open(Leaf leaf, Disclosure disclosure)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        ArgumentNullException.ThrowIfNull(disclosure);
        leaf.Resolve([disclosure]);
        if (leaf.Kind != Kind || disclosure.Name != FieldName || disclosure.Value.Span[0] != (byte)'{')
            throw new RecordException("the disclosure does not open a leaf that was sealed as a whole");
        string? kind = null, subject = null;
        var reader = new CanonicalReader(disclosure.Value.Span);
        while (reader.Next())
        {
            if (reader.Name.SequenceEqual("kind"u8) && LeafValue.TryText(reader.Value, out var innerKind))
                kind = innerKind;
            else if (reader.Name.SequenceEqual("subject"u8) && LeafValue.TryText(reader.Value, out var innerSubject))
                subject = innerSubject;
        }
        if (kind is null || subject is null || !LeafRules.IsKind(kind) || !LeafRules.IsText(subject, LeafRules.MaximumSubjectLength))
            throw new RecordException("what was sealed as a whole leaf has no kind or no subject");
        return new(kind, subject, disclosure.Value);
    }

    /// <summary>A member's value, canonical JSON; null where there is none.</summary>
    public ReadOnlyMemory<byte>? Field(string name)
    {
        var reader = new CanonicalReader(Value.Span);
        while (reader.Next())
        {
            if (CanonicalText.Read(reader.QuotedName) == name)
                return Value[reader.ValueRange];
        }
        return null;
    }

    /// <summary>Kind, subject and fields of a leaf's text: all but its version.</summary>
    internal static byte[] ValueOf(ReadOnlySpan<byte> text)
    {
        var writer = new ArrayBufferWriter<byte>(text.Length);
        var reader = new CanonicalReader(text);
        while (reader.Next())
        {
            if (reader.Name.SequenceEqual("v"u8))
                continue;
            writer.Write(writer.WrittenCount == 0 ? "{"u8 : ","u8);
            writer.Write(text[reader.Start..reader.End]);
        }
        writer.Write("}"u8);
        return writer.WrittenSpan.ToArray();
    }
}
