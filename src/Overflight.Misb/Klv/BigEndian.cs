namespace Overflight.Misb.Klv;

/// <summary>Integers of 0 to 8 bytes, most significant first; no bytes are the number 0 (MISB ST 0107).</summary>
public static class BigEndian
{
    /// <summary>Reads an unsigned integer of at most 8 bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 8 bytes.</exception>
    public static ulong ReadUnsigned(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bytes.Length, 8, nameof(bytes));
        ulong value = 0;
        foreach (var b in bytes)
            value = value << 8 | b;
        return value;
    }

    /// <summary>Reads a two's complement integer of at most 8 bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">More than 8 bytes.</exception>
    public static long ReadSigned(ReadOnlySpan<byte> bytes)
    {
        var value = ReadUnsigned(bytes);
        var shift = 64 - 8 * bytes.Length;
        return bytes.IsEmpty ? 0 : (long)(value << shift) >> shift;
    }

    /// <summary>Fills the destination with the lowest bytes of a number.</summary>
    public static void Write(Span<byte> destination, ulong value)
    {
        for (var i = destination.Length - 1; i >= 0; i--, value >>= 8)
            destination[i] = (byte)value;
    }

    /// <summary>The fewest bytes, at least one, that hold an unsigned integer.</summary>
    public static int SizeOf(ulong value) => Math.Max(1, (71 - System.Numerics.BitOperations.LeadingZeroCount(value)) / 8);

    /// <summary>The fewest bytes, at least one, that hold a two's complement integer.</summary>
    public static int SizeOfSigned(long value) =>
        (72 - System.Numerics.BitOperations.LeadingZeroCount((ulong)(value < 0 ? ~value : value))) / 8;
}
