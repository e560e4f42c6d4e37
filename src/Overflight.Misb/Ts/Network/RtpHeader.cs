using System.Buffers.Binary;

namespace Overflight.Misb.Ts;

/// <summary>
/// The header of an RTP packet (RFC 3550, 5.1).
/// <code>
/// 0     version(2) = 2, padding, extension, CSRC count(4)
/// 1     marker, payload type(7): 33 for transport streams (RFC 3551), or one agreed upon
/// 2-3   sequence number
/// 4-7   timestamp
/// 8-11  SSRC
/// 12-   CSRC (4 bytes each); extension: profile(16), length in words of 4 bytes(16), words
/// </code>
/// </summary>
internal readonly record struct RtpHeader(bool IsMarked, byte PayloadType, ushort Sequence, uint Timestamp, uint Source, int PayloadStart, int PayloadEnd)
{
    /// <summary>The bytes of a header without sources and extension.</summary>
    public const int FixedBytes = 12;

    /// <summary>The payload type of transport streams (RFC 3551, 6).</summary>
    public const byte TransportStream = 33;

    /// <summary>Reads a header; false where it is none, or nothing follows it.</summary>
    public static bool TryRead(ReadOnlySpan<byte> datagram, out RtpHeader header)
    {
        header = default;
        if (datagram.Length < FixedBytes || datagram[0] >> 6 != 2)
            return false;
        var start = FixedBytes + 4 * (datagram[0] & 15);
        if ((datagram[0] & 0x10) != 0)
        {
            if (start + 4 > datagram.Length)
                return false;
            start += 4 + 4 * BinaryPrimitives.ReadUInt16BigEndian(datagram[(start + 2)..]);
        }
        var end = datagram.Length - ((datagram[0] & 0x20) != 0 ? datagram[^1] : 0);
        if (start >= end)
            return false;
        header = new RtpHeader(
            (datagram[1] & 0x80) != 0, (byte)(datagram[1] & 0x7F), BinaryPrimitives.ReadUInt16BigEndian(datagram[2..]),
            BinaryPrimitives.ReadUInt32BigEndian(datagram[4..]), BinaryPrimitives.ReadUInt32BigEndian(datagram[8..]), start, end);
        return true;
    }

    /// <summary>Reads the header of a packet that carries a transport stream: a whole number of packets of 188 bytes (RFC 2250, 2).</summary>
    /// <returns>Whether the datagram is such a packet.</returns>
    public static bool TryReadTransportStream(ReadOnlySpan<byte> datagram, out RtpHeader header) =>
        TryRead(datagram, out header) && (header.PayloadEnd - header.PayloadStart) % PacketView.Bytes == 0 && datagram[header.PayloadStart] == PacketView.Sync;

    /// <summary>Writes a header of <see cref="FixedBytes"/>.</summary>
    public static void Write(Span<byte> bytes, bool isMarked, byte payloadType, ushort sequence, uint timestamp, uint source)
    {
        bytes[0] = 2 << 6;
        bytes[1] = (byte)((isMarked ? 0x80 : 0) | payloadType);
        BinaryPrimitives.WriteUInt16BigEndian(bytes[2..], sequence);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[4..], timestamp);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[8..], source);
    }
}
