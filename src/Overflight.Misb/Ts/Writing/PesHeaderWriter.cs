using System.Buffers.Binary;

namespace Overflight.Misb.Ts;

/// <summary>Writes headers of PES packets (ISO/IEC 13818-1, 2.4.3.6; laid out at <see cref="PesHeader"/>).</summary>
internal static class PesHeaderWriter
{
    /// <summary>The most bytes of a header: with both times.</summary>
    public const int MostBytes = 19;

    private const byte DataAlignment = 0x04;

    /// <summary>Writes a header; the payload begins with an access unit.</summary>
    /// <param name="bytes">Where to, at least <see cref="MostBytes"/>.</param>
    /// <param name="streamId">The stream id.</param>
    /// <param name="payloadBytes">The bytes that follow. More than fit in the field are written as 0, which only video may have.</param>
    /// <param name="pts">The presentation time in ticks of 90 kHz; it is taken modulo 2^33.</param>
    /// <param name="dts">The decoding time, only with <paramref name="pts"/>.</param>
    /// <param name="isAligned">Whether an access unit begins with the payload.</param>
    /// <returns>The bytes written.</returns>
    public static int Write(Span<byte> bytes, byte streamId, int payloadBytes, long? pts, long? dts, bool isAligned = true)
    {
        var times = pts is null ? 0 : dts is null ? 5 : 10;
        var length = 3 + times + payloadBytes;
        BinaryPrimitives.WriteUInt32BigEndian(bytes, 0x100u | streamId);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[4..], (ushort)(length > ushort.MaxValue ? 0 : length));
        bytes[6] = (byte)(0x80 | (isAligned ? DataAlignment : 0));
        bytes[7] = (byte)(times switch { 0 => 0, 5 => 0x80, _ => 0xC0 });
        bytes[8] = (byte)times;
        if (pts is { } presentation)
            WriteTime(bytes[9..], dts is null ? 2 : 3, presentation);
        if (pts is not null && dts is { } decoding)
            WriteTime(bytes[14..], 1, decoding);
        return 9 + times;
    }

    private static void WriteTime(Span<byte> field, int prefix, long ticks)
    {
        field[0] = (byte)(prefix << 4 | (int)(ticks >> 29 & 0xE) | 1);
        BinaryPrimitives.WriteUInt16BigEndian(field[1..], (ushort)(ticks >> 14 & 0xFFFE | 1));
        BinaryPrimitives.WriteUInt16BigEndian(field[3..], (ushort)(ticks << 1 & 0xFFFE | 1));
    }
}
