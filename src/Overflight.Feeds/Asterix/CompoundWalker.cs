namespace Overflight.Feeds.Asterix;

/// <summary>Walks the subfields of a compound data item.</summary>
internal ref struct CompoundWalker(ItemForm form, ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> _data = data;
    private PresenceBits _bits = new(data);

    /// <summary>Behind the last subfield walked.</summary>
    public int Position { get; private set; } = -1;

    /// <summary>Which subfield, from 1.</summary>
    public int Part { get; private set; }

    /// <summary>The subfield's octets.</summary>
    public ReadOnlySpan<byte> Data { get; private set; }

    /// <summary>Whether the item was walked to its end without fault.</summary>
    public bool IsWhole { get; private set; }

    public bool MoveNext()
    {
        if (Position < 0)
            Position = _bits.Octets;
        var place = _bits.Next();
        if (place < 0 || Position > _data.Length)
        {
            IsWhole = _bits.Octets > 0 && Position <= _data.Length;
            return false;
        }
        var length = place < form.Parts.Length && form.Parts[place] is { } part ? part.LengthIn(_data[Position..]) : -1;
        if (length < 0)
            return false;
        Part = place + 1;
        Data = _data.Slice(Position, length);
        Position += length;
        return true;
    }
}
