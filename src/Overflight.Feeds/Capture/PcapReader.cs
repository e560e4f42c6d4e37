using System.Buffers.Binary;

namespace Overflight.Feeds.Capture;

/// <summary>Reads packet captures of the classic form: a head of 24 octets, then packets with a head of 16 octets each, in either byte order.</summary>
internal sealed class PcapReader(ByteWindow window, ReadSession session)
{
    private const int HeadOctets = 24;
    private const int PacketHeadOctets = 16;
    private const int LongestPacket = 262_144;

    public static bool Recognises(ReadOnlySpan<byte> start) => start is
        [0xd4, 0xc3, 0xb2, 0xa1, ..] or [0xa1, 0xb2, 0xc3, 0xd4, ..] or [0x4d, 0x3c, 0xb2, 0xa1, ..] or [0xa1, 0xb2, 0x3c, 0x4d, ..];

    public void Read()
    {
        var head = window.Peek(HeadOctets);
        if (head.Length < HeadOctets)
        {
            session.Truncated(window.Offset, -1, "the capture ends within its head");
            window.Consume(head.Length);
            return;
        }
        var isLittle = head[0] != 0xa1;
        var countsNanoseconds = head[0] == 0x4d || head[3] == 0x4d;
        var link = (LinkType)(U32(head[20..], isLittle) & 0xffff);
        window.Consume(HeadOctets);
        var router = new DatagramRouter(session);
        while (ReadPacket(router, link, isLittle, countsNanoseconds))
        {
        }
        router.Finish();
    }

    private bool ReadPacket(DatagramRouter router, LinkType link, bool isLittle, bool countsNanoseconds)
    {
        var head = window.Peek(PacketHeadOctets);
        if (head.IsEmpty)
            return false;
        if (head.Length < PacketHeadOctets)
        {
            session.Truncated(window.Offset, -1, "the capture ends within the head of a packet");
            window.Consume(head.Length);
            return false;
        }
        var seconds = U32(head, isLittle);
        var fraction = U32(head[4..], isLittle);
        var captured = U32(head[8..], isLittle);
        var original = U32(head[12..], isLittle);
        if (captured > LongestPacket)
        {
            session.Refuse(RejectionKind.Corrupt, window.Offset, -1, "", $"a packet of {captured:N0} octets is longer than any; the capture is damaged here and cannot be read further");
            window.Consume(window.Available.Length);
            return false;
        }
        var whole = window.Peek(PacketHeadOctets + (int)captured);
        if (whole.Length < PacketHeadOctets + (int)captured)
        {
            session.Truncated(window.Offset, -1, "the capture ends within a packet");
            window.Consume(whole.Length);
            return false;
        }
        var time = seconds * 1_000_000L + (countsNanoseconds ? fraction / 1000 : fraction);
        router.Accept(link, whole[PacketHeadOctets..], captured >= original, window.Offset, TimeRange.Holds(time) ? time : null);
        window.Consume(whole.Length);
        return true;
    }

    private static uint U32(ReadOnlySpan<byte> data, bool isLittle) =>
        isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(data) : BinaryPrimitives.ReadUInt32BigEndian(data);
}
