using System.Buffers.Binary;

namespace Overflight.Misb.Klv;

/// <summary>A 16-byte universal label (SMPTE ST 298, ST 336): it names a set, or an item of a universal set.</summary>
/// <param name="High">Its first eight bytes, most significant first.</param>
/// <param name="Low">Its last eight bytes, most significant first.</param>
public readonly record struct UniversalKey(ulong High, ulong Low)
{
    /// <summary>The bytes of a label.</summary>
    public const int Size = 16;

    /// <summary>The four bytes that every label of SMPTE starts with: 06 0E 2B 34.</summary>
    public static ReadOnlySpan<byte> Prefix => [0x06, 0x0E, 0x2B, 0x34];

    /// <summary>Reads a label from the first 16 bytes.</summary>
    public static UniversalKey Read(ReadOnlySpan<byte> bytes) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(bytes), BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]));

    /// <summary>Writes the 16 bytes.</summary>
    public void Write(Span<byte> destination)
    {
        BinaryPrimitives.WriteUInt64BigEndian(destination, High);
        BinaryPrimitives.WriteUInt64BigEndian(destination[8..], Low);
    }

    /// <summary>Whether both name the same thing: byte 8, the version of the registry, does not count (SMPTE ST 336).</summary>
    public bool Names(UniversalKey other) => ((High ^ other.High) & ~0xFFUL) == 0 && Low == other.Low;

    /// <summary>32 hexadecimal digits.</summary>
    public override string ToString() => $"{High:x16}{Low:x16}";
}
