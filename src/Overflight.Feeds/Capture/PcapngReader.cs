using System.Buffers.Binary;

namespace Overflight.Feeds.Capture;

/// <summary>
/// Reads packet captures of the newer form (pcapng): blocks of type, length, body and length again. Sections may
/// have either byte order and interfaces each their own link layer and clock; blocks of other types are passed over.
/// </summary>
internal sealed class PcapngReader(ByteWindow window, ReadSession session)
{
    private const uint SectionHeader = 0x0a0d0d0a;
    private const uint InterfaceDescription = 1;
    private const uint ObsoletePacket = 2;
    private const uint SimplePacket = 3;
    private const uint EnhancedPacket = 6;
    private const int MostInterfaces = 4096;
    private readonly DatagramRouter _router = new(session);
    private readonly List<CaptureInterface> _interfaces = [];
    private bool _isLittle;

    public static bool Recognises(ReadOnlySpan<byte> start) =>
        start.Length >= 12 && start.StartsWith("\x0a\x0d\x0d\x0a"u8) && (start[8..].StartsWith(Little) || start[8..].StartsWith(Big));

    private static ReadOnlySpan<byte> Little => [0x4d, 0x3c, 0x2b, 0x1a];

    private static ReadOnlySpan<byte> Big => [0x1a, 0x2b, 0x3c, 0x4d];

    public void Read()
    {
        while (ReadBlock())
        {
        }
        _router.Finish();
    }

    private bool ReadBlock()
    {
        var head = window.Peek(12);
        if (head.IsEmpty)
            return false;
        if (head.Length < 12)
            return Cut(head.Length);
        if (BinaryPrimitives.ReadUInt32BigEndian(head) == SectionHeader)
        {
            if (!head[8..].SequenceEqual(Little) && !head[8..].SequenceEqual(Big))
                return Damaged("a section without byte order");
            _isLittle = head[8..].SequenceEqual(Little);
            _interfaces.Clear();
        }
        var type = U32(head);
        var length = U32(head[4..]);
        if (length < 12 || length % 4 != 0)
            return Damaged($"a block of {length:N0} octets");
        if (length > ByteWindow.DefaultMaximum)
            return SkipLong(length);
        var block = window.Peek((int)length);
        if (block.Length < (int)length)
            return Cut(block.Length);
        if (U32(block[^4..]) != length)
            return Damaged("a block whose two lengths differ");
        Take(type, block[8..^4]);
        window.Consume(block.Length);
        return true;
    }

    private void Take(uint type, ReadOnlySpan<byte> body)
    {
        switch (type)
        {
            case InterfaceDescription when body.Length >= 8 && _interfaces.Count < MostInterfaces:
                _interfaces.Add(CaptureInterface.Read(body, _isLittle));
                break;
            case EnhancedPacket or ObsoletePacket when body.Length >= 20:
                var at = type == EnhancedPacket ? U32(body) : (uint)U16(body);
                TakePacket(at, ((ulong)U32(body[4..]) << 32) | U32(body[8..]), U32(body[12..]), U32(body[16..]), body[20..]);
                break;
            case SimplePacket when body.Length >= 4:
                TakePacket(0, null, Math.Min(U32(body), (uint)body.Length - 4), U32(body), body[4..]);
                break;
        }
    }

    private void TakePacket(uint at, ulong? ticks, uint captured, uint original, ReadOnlySpan<byte> rest)
    {
        if (at >= _interfaces.Count || captured > rest.Length)
        {
            session.Refuse(RejectionKind.Malformed, window.Offset, -1, "", "packet: of an interface that was not described, or longer than its block");
            return;
        }
        var source = _interfaces[(int)at];
        _router.Accept(source.Link, rest[..(int)captured], captured >= original, window.Offset, ticks is { } t ? source.TimeOf(t) : null);
    }

    private bool SkipLong(uint length)
    {
        session.Refuse(RejectionKind.RecordTooLong, window.Offset, -1, "", $"a block of {length:N0} octets is passed over");
        for (long left = length; left > 0;)
        {
            var part = window.Peek((int)Math.Min(left, 1 << 16)).Length;
            if (part == 0)
                return Cut(0);
            window.Consume(part);
            left -= part;
        }
        return true;
    }

    private bool Cut(int rest)
    {
        session.Truncated(window.Offset, -1, "the capture ends within a block");
        window.Consume(rest);
        return false;
    }

    private bool Damaged(string what)
    {
        session.Refuse(RejectionKind.Corrupt, window.Offset, -1, "", $"{what}; the capture is damaged here and cannot be read further");
        window.Consume(window.Available.Length);
        return false;
    }

    private uint U32(ReadOnlySpan<byte> data) =>
        _isLittle ? BinaryPrimitives.ReadUInt32LittleEndian(data) : BinaryPrimitives.ReadUInt32BigEndian(data);

    private ushort U16(ReadOnlySpan<byte> data) =>
        _isLittle ? BinaryPrimitives.ReadUInt16LittleEndian(data) : BinaryPrimitives.ReadUInt16BigEndian(data);
}
