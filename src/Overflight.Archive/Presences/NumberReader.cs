namespace Overflight.Archive.Presences;

/// <summary>Reads LEB128 numbers and texts from bytes in memory.</summary>
internal ref struct NumberReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private int _at;

    /// <exception cref="InvalidDataException">The bytes end, or the number is longer than 64 bits.</exception>
    public ulong Next()
    {
        var value = 0ul;
        for (var shift = 0; shift < 64 && _at < _bytes.Length; shift += 7)
        {
            var next = _bytes[_at++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return value;
        }
        throw new InvalidDataException("its numbers make no sense");
    }

    /// <summary>A zigzag-coded number.</summary>
    public long NextSigned()
    {
        var coded = Next();
        return (long)(coded >> 1) ^ -(long)(coded & 1);
    }

    /// <summary>A number of things that take a byte each at least.</summary>
    public int NextCount() => Next() is var count && count <= (ulong)(_bytes.Length - _at) ? (int)count : throw new InvalidDataException("its numbers make no sense");

    /// <summary>UTF-8 bytes after their number.</summary>
    public ReadOnlySpan<byte> NextBytes()
    {
        var length = NextCount();
        _at += length;
        return _bytes.Slice(_at - length, length);
    }
}
