using System.Buffers.Binary;

namespace Overflight.Feeds.Asterix;

/// <summary>Whole numbers from octets, most significant first, negative ones in two's complement.</summary>
internal static class Octets
{
    public static int Unsigned16(ReadOnlySpan<byte> data) => BinaryPrimitives.ReadUInt16BigEndian(data);

    public static int Signed16(ReadOnlySpan<byte> data) => BinaryPrimitives.ReadInt16BigEndian(data);

    public static int Unsigned24(ReadOnlySpan<byte> data) => (data[0] << 16) | (data[1] << 8) | data[2];

    public static int Signed24(ReadOnlySpan<byte> data) => (Unsigned24(data) << 8) >> 8;

    public static int Signed32(ReadOnlySpan<byte> data) => BinaryPrimitives.ReadInt32BigEndian(data);

    public static uint Unsigned32(ReadOnlySpan<byte> data) => BinaryPrimitives.ReadUInt32BigEndian(data);

    public static ulong Unsigned48(ReadOnlySpan<byte> data) => ((ulong)Unsigned24(data) << 24) | (uint)Unsigned24(data[3..]);
}
