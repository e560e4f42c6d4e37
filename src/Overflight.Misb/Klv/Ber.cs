namespace Overflight.Misb.Klv;

/// <summary>Lengths and tags as KLV writes them: BER lengths and BER-OID numbers (ISO/IEC 8825-1 8.1.3 and 8.19; SMPTE ST 336; MISB ST 0107).</summary>
public static class Ber
{
    /// <summary>The most bytes that a BER length of this library may take: one of form and eight of number.</summary>
    public const int MaxLengthSize = 9;

    /// <summary>The most bytes that a BER-OID number of 64 bits takes.</summary>
    public const int MaxOidSize = 10;

    /// <summary>Reads a BER length. False where the bytes end too soon, the form is indefinite (0x80) or the number exceeds 63 bits.</summary>
    /// <param name="bytes">Bytes that start with the length.</param>
    /// <param name="length">The length in bytes, 0 or more.</param>
    /// <param name="size">How many bytes the length itself took.</param>
    public static bool TryReadLength(ReadOnlySpan<byte> bytes, out long length, out int size)
    {
        length = 0;
        size = 0;
        if (bytes.IsEmpty)
            return false;
        var first = bytes[0];
        if (first < 0x80)
        {
            length = first;
            size = 1;
            return true;
        }
        var count = first & 0x7F;
        if (count == 0 || count >= bytes.Length)
            return false;
        ulong value = 0;
        for (var i = 1; i <= count; i++)
        {
            if (value >> 55 != 0)
                return false;
            value = value << 8 | bytes[i];
        }
        length = (long)value;
        size = count + 1;
        return true;
    }

    /// <summary>Reads a BER-OID number: seven bits a byte, the top bit set on all but the last. False where the bytes end too soon or the number exceeds 64 bits.</summary>
    public static bool TryReadOid(ReadOnlySpan<byte> bytes, out ulong value, out int size)
    {
        value = 0;
        for (size = 0; size < bytes.Length; size++)
        {
            if (value >> 57 != 0)
                break;
            value = value << 7 | (uint)(bytes[size] & 0x7F);
            if (bytes[size] < 0x80)
            {
                size++;
                return true;
            }
        }
        value = 0;
        size = 0;
        return false;
    }

    /// <summary>The bytes that the shortest BER form of a length takes.</summary>
    public static int SizeOfLength(long length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        return length < 0x80 ? 1 : 1 + BigEndian.SizeOf((ulong)length);
    }

    /// <summary>Writes a length in its shortest BER form and returns the bytes it took.</summary>
    public static int WriteLength(Span<byte> destination, long length)
    {
        var size = SizeOfLength(length);
        if (size == 1)
        {
            destination[0] = (byte)length;
            return 1;
        }
        destination[0] = (byte)(0x80 | size - 1);
        BigEndian.Write(destination[1..size], (ulong)length);
        return size;
    }

    /// <summary>The bytes that a number takes as BER-OID.</summary>
    public static int SizeOfOid(ulong value)
    {
        var size = 1;
        while ((value >>= 7) != 0)
            size++;
        return size;
    }

    /// <summary>Writes a number as BER-OID and returns the bytes it took.</summary>
    public static int WriteOid(Span<byte> destination, ulong value)
    {
        var size = SizeOfOid(value);
        for (var i = size - 1; i >= 0; i--, value >>= 7)
            destination[i] = (byte)(value & 0x7F | (i == size - 1 ? 0u : 0x80u));
        return size;
    }
}
