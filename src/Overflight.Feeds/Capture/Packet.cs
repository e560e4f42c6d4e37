using System.Buffers.Binary;

namespace Overflight.Feeds.Capture;

/// <summary>
/// Finds the UDP datagram in a captured packet: Ethernet with VLAN tags, Linux cooked, loopback or bare IP; IPv4
/// (RFC 791) and IPv6 with its extension headers (RFC 8200); UDP (RFC 768). Checksums are not looked at: captures
/// on the sending machine often lack them.
/// </summary>
internal static class Packet
{
    private const int EtherIPv4 = 0x0800;
    private const int EtherIPv6 = 0x86dd;
    private const int Udp = 17;

    /// <summary>Looks into a packet.</summary>
    /// <param name="link">Its link layer.</param>
    /// <param name="packet">The packet.</param>
    /// <param name="payload">The datagram's payload, where there is one.</param>
    /// <param name="port">The port it was sent to.</param>
    public static PacketContent Open(LinkType link, ReadOnlySpan<byte> packet, out ReadOnlySpan<byte> payload, out int port)
    {
        payload = default;
        port = 0;
        return link switch
        {
            LinkType.Ethernet => OfEther(packet, 12, ref payload, ref port),
            LinkType.LinuxCooked => OfEther(packet, 14, ref payload, ref port),
            LinkType.LinuxCooked2 when packet.Length >= 20 => OfType(U16(packet), packet[20..], ref payload, ref port),
            LinkType.Null when packet.Length >= 4 => OfIP(packet[4..], ref payload, ref port),
            LinkType.Raw or LinkType.RawBsd or LinkType.RawOpenBsd or LinkType.IPv4 or LinkType.IPv6 => OfIP(packet, ref payload, ref port),
            LinkType.LinuxCooked2 or LinkType.Null => PacketContent.Broken,
            _ => PacketContent.Other,
        };
    }

    private static PacketContent OfEther(ReadOnlySpan<byte> packet, int typeAt, ref ReadOnlySpan<byte> payload, ref int port)
    {
        while (packet.Length >= typeAt + 2)
        {
            var type = U16(packet[typeAt..]);
            if (type is not (0x8100 or 0x88a8 or 0x9100))
                return OfType(type, packet[(typeAt + 2)..], ref payload, ref port);
            typeAt += 4;
        }
        return PacketContent.Broken;
    }

    private static PacketContent OfType(int type, ReadOnlySpan<byte> packet, ref ReadOnlySpan<byte> payload, ref int port) =>
        type is EtherIPv4 or EtherIPv6 ? OfIP(packet, ref payload, ref port) : PacketContent.Other;

    private static PacketContent OfIP(ReadOnlySpan<byte> packet, ref ReadOnlySpan<byte> payload, ref int port)
    {
        if (packet.IsEmpty)
            return PacketContent.Broken;
        return (packet[0] >> 4) switch
        {
            4 => OfIPv4(packet, ref payload, ref port),
            6 => OfIPv6(packet, ref payload, ref port),
            _ => PacketContent.Other,
        };
    }

    private static PacketContent OfIPv4(ReadOnlySpan<byte> packet, ref ReadOnlySpan<byte> payload, ref int port)
    {
        if (packet.Length < 20)
            return PacketContent.Broken;
        var header = (packet[0] & 0xf) * 4;
        var total = U16(packet[2..]);
        if (packet[9] != Udp)
            return PacketContent.Other;
        // More fragments to come, or an offset.
        if ((U16(packet[6..]) & 0x3fff) != 0)
            return PacketContent.Fragment;
        if (header < 20 || total < header || total > packet.Length)
            return PacketContent.Broken;
        return OfUdp(packet[header..total], ref payload, ref port);
    }

    private static PacketContent OfIPv6(ReadOnlySpan<byte> packet, ref ReadOnlySpan<byte> payload, ref int port)
    {
        if (packet.Length < 40)
            return PacketContent.Broken;
        var total = 40 + U16(packet[4..]);
        if (total > packet.Length)
            return PacketContent.Broken;
        packet = packet[..total];
        var next = (int)packet[6];
        var at = 40;
        // Hop-by-hop, routing, fragment and destination headers; each takes eight octets at least, so this ends.
        while (next is 0 or 43 or 44 or 60)
        {
            if (at + 8 > packet.Length)
                return PacketContent.Broken;
            if (next == 44 && (U16(packet[(at + 2)..]) & 0xfff9) != 0)
                return PacketContent.Fragment;
            var length = next == 44 ? 8 : 8 + packet[at + 1] * 8;
            next = packet[at];
            at += length;
        }
        if (next != Udp)
            return PacketContent.Other;
        return at > packet.Length ? PacketContent.Broken : OfUdp(packet[at..], ref payload, ref port);
    }

    private static PacketContent OfUdp(ReadOnlySpan<byte> datagram, ref ReadOnlySpan<byte> payload, ref int port)
    {
        if (datagram.Length < 8)
            return PacketContent.Broken;
        var length = U16(datagram[4..]);
        if (length < 8 || length > datagram.Length)
            return PacketContent.Broken;
        port = U16(datagram[2..]);
        payload = datagram[8..length];
        return PacketContent.Datagram;
    }

    private static int U16(ReadOnlySpan<byte> data) => BinaryPrimitives.ReadUInt16BigEndian(data);
}
