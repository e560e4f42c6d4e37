namespace Overflight.Misb.Klv;

/// <summary>Finds the packets in a run of bare KLV (SMPTE ST 336): several packets, junk between them, a last one cut short.</summary>
/// <remarks>A packet whose length cannot be true does not end the reading: the search goes on behind its key. Allocates nothing.</remarks>
/// <param name="bytes">The bytes to read.</param>
/// <param name="offset">What is added to every offset that is reported: where these bytes lie in their file.</param>
public ref struct KlvReader(ReadOnlySpan<byte> bytes, long offset = 0)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly long _offset = offset;
    private int _at;

    /// <summary>The packet found, where <see cref="Read"/> returned <see cref="KlvRead.Found"/>.</summary>
    public KlvPacket Packet { get; private set; }

    /// <summary>The problem found, where <see cref="Read"/> returned <see cref="KlvRead.Problem"/>.</summary>
    public KlvProblem Problem { get; private set; }

    /// <summary>The next packet or problem, in the order of the bytes.</summary>
    public KlvRead Read()
    {
        if (_at == _bytes.Length)
            return KlvRead.End;
        var start = _at;
        var rest = _bytes[start..];
        var junk = rest.IndexOf(UniversalKey.Prefix);
        if (junk == 0)
            return ReadAtKey(rest);
        _at = junk < 0 ? _bytes.Length : start + junk;
        return Report(new(KlvReason.Junk, 0, _offset + start, _at - start));
    }

    private KlvRead ReadAtKey(ReadOnlySpan<byte> rest)
    {
        var start = _at;
        if (rest.Length < UniversalKey.Size)
        {
            _at = _bytes.Length;
            return Report(new(KlvReason.TruncatedKey, 0, _offset + start, rest.Length, UniversalKey.Size));
        }
        if (!Ber.TryReadLength(rest[UniversalKey.Size..], out var length, out var size))
            return Skip(new(KlvReason.BadLength, 0, _offset + start));
        var header = UniversalKey.Size + size;
        if (length > rest.Length - header)
            return Skip(new(KlvReason.LengthPastEnd, 0, _offset + start, length, rest.Length - header));
        Packet = new(rest[..(header + (int)length)], header, _offset + start);
        _at += header + (int)length;
        return KlvRead.Found;
    }

    // The bytes behind a false header are searched for a key; those before it are the problem's, not junk of their own.
    private KlvRead Skip(KlvProblem problem)
    {
        _at += UniversalKey.Size;
        var next = _bytes[_at..].IndexOf(UniversalKey.Prefix);
        _at = next < 0 ? _bytes.Length : _at + next;
        return Report(problem);
    }

    private KlvRead Report(KlvProblem problem)
    {
        Problem = problem;
        return KlvRead.Problem;
    }
}
