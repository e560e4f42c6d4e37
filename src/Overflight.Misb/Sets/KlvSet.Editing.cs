using Overflight.Misb.Klv;

namespace Overflight.Misb.Sets;

// Changing items. The bytes are built anew around the one that changes, so that all others stay as they were, byte for byte.
public sealed partial class KlvSet
{
    /// <summary>Sets an item to the code nearest to a number (for IMAPB the truncated one, ST 1201); adds it where it is not there. A length that varies stays as it was.</summary>
    /// <exception cref="KlvRangeException">The item cannot hold the number, or is not listed; the set is unchanged.</exception>
    public void SetNumber(ulong tag, double value) => SetBytes(tag, ItemEncoder.Number(Listed(tag), value, LengthNow(tag)));

    /// <summary>Sets an item to a signed integer; adds it where it is not there.</summary>
    /// <exception cref="KlvRangeException">The item cannot hold the integer, or is not listed; the set is unchanged.</exception>
    public void SetInteger(ulong tag, long value) => SetBytes(tag, ItemEncoder.Integer(Listed(tag), value));

    /// <summary>Sets an item to an unsigned integer; adds it where it is not there.</summary>
    /// <exception cref="KlvRangeException">The item cannot hold the integer, or is not listed; the set is unchanged.</exception>
    public void SetUnsigned(ulong tag, ulong value) => SetBytes(tag, ItemEncoder.Unsigned(Listed(tag), value));

    /// <summary>Sets an item to text; adds it where it is not there.</summary>
    /// <exception cref="KlvRangeException">The item cannot hold the text, or is not listed; the set is unchanged.</exception>
    public void SetText(ulong tag, string value) => SetBytes(tag, ItemEncoder.Text(Listed(tag), value));

    /// <summary>Sets an item to a pack, series or nested set; adds it where it is not there. What lies in the tree is written anew, by value: a changed copy of what <see cref="KlvItem.ToNode"/> gave will do. Bytes of a damaged structure that could not be read are not in the tree, and so are lost.</summary>
    /// <exception cref="KlvRangeException">A part holds what it cannot, or is not listed; the set is unchanged.</exception>
    public void SetNode(ulong tag, KlvNode node)
    {
        ArgumentNullException.ThrowIfNull(node);
        SetBytes(tag, NodeWriter.Write(Listed(tag), node));
    }

    /// <summary>Sets an item of signed linear coding to its special value; adds it where it is not there.</summary>
    /// <exception cref="KlvRangeException">The item has no such special value, or is not listed; the set is unchanged.</exception>
    public void SetSpecial(ulong tag, SpecialValue value) => SetBytes(tag, ItemEncoder.Special(Listed(tag), value));

    /// <summary>Sets an item, listed or not, to bytes; adds it before the checksum where it is not there. Of several items of the tag the first changes.</summary>
    public void SetBytes(ulong tag, ReadOnlySpan<byte> value)
    {
        var index = IndexOf(tag);
        if (index >= 0 && this[index].Raw.Span.SequenceEqual(value))
            return;
        Splice(index >= 0 ? _entries[index].Place : new(tag, EndOfItems(), EndOfItems(), 0), Encoded(tag, value));
    }

    /// <summary>Takes the first item of a tag out. False where there is none.</summary>
    public bool Remove(ulong tag)
    {
        var index = IndexOf(tag);
        if (index < 0)
            return false;
        Splice(_entries[index].Place, []);
        return true;
    }

    private void Splice(LocalItem place, ReadOnlySpan<byte> item)
    {
        var old = Bytes.Span;
        var end = place.ValueOffset + place.Length;
        var bytes = new byte[place.Offset + item.Length + old.Length - end];
        old[..place.Offset].CopyTo(bytes);
        item.CopyTo(bytes.AsSpan(place.Offset));
        old[end..].CopyTo(bytes.AsSpan(place.Offset + item.Length));
        Read(bytes);
    }

    // The checksum is the last item (ST 0601), so anything new goes before it; and before bytes that could not be read, for nothing behind them is found.
    private int EndOfItems()
    {
        if (Count == 0)
            return 0;
        var last = _entries[Count - 1].Place;
        return Definition.ChecksumTag != 0 && last.Tag == Definition.ChecksumTag ? last.Offset : last.ValueOffset + last.Length;
    }

    private int LengthNow(ulong tag) => TryGet(tag, out var item) ? item.Place.Length : 0;

    private ItemDefinition Listed(ulong tag) =>
        Definition.Find(tag) ?? throw new KlvRangeException($"{Definition.Standard} lists no tag {tag}; set its bytes instead");

    private static byte[] Encoded(ulong tag, ReadOnlySpan<byte> value)
    {
        var item = new byte[Ber.SizeOfOid(tag) + Ber.SizeOfLength(value.Length) + value.Length];
        var at = Ber.WriteOid(item, tag);
        at += Ber.WriteLength(item.AsSpan(at), value.Length);
        value.CopyTo(item.AsSpan(at));
        return item;
    }
}
