namespace Overflight.Misb.Klv;

/// <summary>Walks the items of a local set: BER-OID tag, BER length, value (SMPTE ST 336; MISB ST 0107). Allocates nothing.</summary>
/// <param name="set">The value of the set.</param>
public ref struct LocalSetReader(ReadOnlySpan<byte> set)
{
    private readonly ReadOnlySpan<byte> _set = set;
    private int _at;

    /// <summary>The item found, where <see cref="Read"/> returned <see cref="KlvRead.Found"/>.</summary>
    public LocalItem Item { get; private set; }

    /// <summary>The problem found, where <see cref="Read"/> returned <see cref="KlvRead.Problem"/>. Nothing behind a tag or length that cannot be read can be found, so it is also the last thing read.</summary>
    public KlvProblem Problem { get; private set; }

    /// <summary>The value of the item found.</summary>
    public readonly ReadOnlySpan<byte> Value => _set.Slice(Item.ValueOffset, Item.Length);

    /// <summary>The next item or problem.</summary>
    public KlvRead Read()
    {
        if (_at >= _set.Length)
            return KlvRead.End;
        var rest = _set[_at..];
        ulong tag = rest[0];
        var tagSize = 1;
        if (tag >= 0x80 && !Ber.TryReadOid(rest, out tag, out tagSize))
            return Stop(new(KlvReason.TruncatedKey, 0, _at));
        rest = rest[tagSize..];
        if (!Ber.TryReadLength(rest, out var length, out var lengthSize))
            return Stop(new(KlvReason.BadLength, tag, _at));
        if (length > rest.Length - lengthSize)
            return Stop(new(KlvReason.LengthPastEnd, tag, _at, length, rest.Length - lengthSize));
        Item = new(tag, _at, _at + tagSize + lengthSize, (int)length);
        _at = Item.ValueOffset + Item.Length;
        return KlvRead.Found;
    }

    private KlvRead Stop(KlvProblem problem)
    {
        Problem = problem;
        _at = _set.Length;
        return KlvRead.Problem;
    }
}
