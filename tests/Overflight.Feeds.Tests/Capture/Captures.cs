using System.Buffers.Binary;

namespace Overflight.Feeds.Tests.Capture;

/// <summary>Writes packets and captures for tests.</summary>
internal static class Captures
{
    public static byte[] Udp(byte[] payload, int port = 8600)
    {
        var udp = new byte[8 + payload.Length];
        BinaryPrimitives.WriteUInt16BigEndian(udp, 4000);
        BinaryPrimitives.WriteUInt16BigEndian(udp.AsSpan(2), (ushort)port);
        BinaryPrimitives.WriteUInt16BigEndian(udp.AsSpan(4), (ushort)udp.Length);
        payload.CopyTo(udp, 8);
        return udp;
    }

    public static byte[] IPv4(byte[] inner, int protocol = 17, int fragment = 0)
    {
        var packet = new byte[20 + inner.Length];
        packet[0] = 0x45;
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(2), (ushort)packet.Length);
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(6), (ushort)fragment);
        packet[9] = (byte)protocol;
        inner.CopyTo(packet, 20);
        return packet;
    }

    public static byte[] IPv6(byte[] inner, int next = 17, params byte[] extensions)
    {
        var packet = new byte[40 + extensions.Length + inner.Length];
        packet[0] = 0x60;
        BinaryPrimitives.WriteUInt16BigEndian(packet.AsSpan(4), (ushort)(extensions.Length + inner.Length));
        packet[6] = (byte)next;
        extensions.CopyTo(packet, 40);
        inner.CopyTo(packet, 40 + extensions.Length);
        return packet;
    }

    public static byte[] Ethernet(byte[] inner, string type = "0800") => [.. new byte[12], .. Convert.FromHexString(type), .. inner];

    /// <summary>A capture of the classic form, one packet a second from a time on.</summary>
    public static byte[] Pcap(int link, long startSeconds, bool isLittle = true, bool inNanoseconds = false, params byte[][] packets)
    {
        var bytes = new List<byte>();
        U32(inNanoseconds ? 0xa1b23c4d : 0xa1b2c3d4);
        bytes.AddRange(isLittle ? [2, 0, 4, 0] : [0, 2, 0, 4]);
        U32(0);
        U32(0);
        U32(65535);
        U32((uint)link);
        for (var i = 0; i < packets.Length; i++)
        {
            U32((uint)(startSeconds + i));
            U32(inNanoseconds ? 500_000_000u : 500_000u);
            U32((uint)packets[i].Length);
            U32((uint)packets[i].Length);
            bytes.AddRange(packets[i]);
        }
        return [.. bytes];

        void U32(uint value)
        {
            var four = new byte[4];
            if (isLittle)
                BinaryPrimitives.WriteUInt32LittleEndian(four, value);
            else
                BinaryPrimitives.WriteUInt32BigEndian(four, value);
            bytes.AddRange(four);
        }
    }

    /// <summary>A pcapng block.</summary>
    public static byte[] Ng(uint type, params byte[] body)
    {
        var padded = (body.Length + 3) / 4 * 4;
        var block = new byte[12 + padded];
        BinaryPrimitives.WriteUInt32LittleEndian(block, type);
        BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(4), (uint)block.Length);
        body.CopyTo(block, 8);
        BinaryPrimitives.WriteUInt32LittleEndian(block.AsSpan(block.Length - 4), (uint)block.Length);
        return block;
    }

    /// <summary>A pcapng section header, an interface of a link layer, options as given.</summary>
    public static byte[] NgHead(int link, params byte[] options) =>
    [
        .. Ng(0x0a0d0d0a, [0x4d, 0x3c, 0x2b, 0x1a, 1, 0, 0, 0, .. Enumerable.Repeat((byte)0xff, 8)]),
        .. Ng(1, [(byte)link, 0, 0, 0, 0, 0, 0, 0, .. options]),
    ];

    /// <summary>An enhanced packet block on the first interface.</summary>
    public static byte[] NgPacket(ulong ticks, byte[] packet)
    {
        var head = new byte[20];
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(4), (uint)(ticks >> 32));
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(8), (uint)ticks);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(12), (uint)packet.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(head.AsSpan(16), (uint)packet.Length);
        return Ng(6, [.. head, .. packet]);
    }
}
