namespace Overflight.Misb.Pictures.Elementary;

/// <summary>Reads bits of a raw byte sequence payload, most significant first (H.264 and H.265, 7.2 and 9.1). Past the end it reads zeros and says so.</summary>
internal ref struct BitReader(ReadOnlySpan<byte> bytes)
{
    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private long _at;

    /// <summary>Whether more was read than there is, or a number longer than the standards allow.</summary>
    public bool IsPast { get; private set; }

    /// <summary>u(n): an unsigned integer of at most 32 bits.</summary>
    public uint Bits(int count)
    {
        uint value = 0;
        for (; count > 0; count--, _at++)
        {
            var index = _at >> 3;
            IsPast |= index >= _bytes.Length;
            value = value << 1 | (index < _bytes.Length ? (uint)_bytes[(int)index] >> (int)(7 - (_at & 7)) & 1 : 0);
        }
        return value;
    }

    public bool Flag() => Bits(1) != 0;

    public void Skip(int count)
    {
        _at += count;
        IsPast |= _at > 8L * _bytes.Length;
    }

    /// <summary>ue(v): an Exp-Golomb number.</summary>
    public uint Unsigned()
    {
        var zeros = 0;
        while (zeros < 32 && !IsPast && !Flag())
            zeros++;
        if (zeros < 32 && !IsPast)
            return (1u << zeros) - 1 + Bits(zeros);
        IsPast = true;
        return 0;
    }

    /// <summary>se(v): a signed Exp-Golomb number.</summary>
    public long Signed()
    {
        long code = Unsigned();
        return (code & 1) != 0 ? (code + 1) / 2 : -code / 2;
    }
}
