using System.Buffers.Binary;

namespace Overflight.Misb.Pictures.Mp4;

/// <summary>
/// Walks boxes one after another (ISO/IEC 14496-12, 4.2).
/// <code>
/// 0-3   size, header included; 1: the size is in 8-15; 0: to the end
/// 4-7   type
/// </code>
/// </summary>
internal ref struct BoxReader(ReadOnlySpan<byte> bytes)
{
    private const int ShortHeader = 8;
    private const int LongHeader = 16;

    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>The type of the box read.</summary>
    public uint Type { get; private set; }

    /// <summary>What the box holds.</summary>
    public ReadOnlySpan<byte> Body { get; private set; }

    /// <summary>Four letters as a type.</summary>
    public static uint Named(string letters) => (uint)letters[0] << 24 | (uint)letters[1] << 16 | (uint)letters[2] << 8 | letters[3];

    /// <summary>Whether a file begins as MP4 and MOV files do.</summary>
    public static bool IsMp4(ReadOnlySpan<byte> head) =>
        head.Length >= ShortHeader && (head[4..8].SequenceEqual("ftyp"u8) || head[4..8].SequenceEqual("moov"u8) || head[4..8].SequenceEqual("mdat"u8)
            || head[4..8].SequenceEqual("wide"u8) || head[4..8].SequenceEqual("free"u8) || head[4..8].SequenceEqual("skip"u8) || head[4..8].SequenceEqual("styp"u8));

    /// <summary>Reads a header. False where it is cut short or its size is impossible.</summary>
    /// <param name="head">The bytes from the header on, 16 of them where there are so many.</param>
    /// <param name="left">The bytes from the header to the end of what holds the box.</param>
    /// <param name="type">The type.</param>
    /// <param name="size">The bytes of the box, its header included.</param>
    /// <param name="header">The bytes of the header.</param>
    public static bool TryReadHeader(ReadOnlySpan<byte> head, long left, out uint type, out long size, out int header)
    {
        (type, size, header) = (0, 0, ShortHeader);
        if (head.Length < ShortHeader)
            return false;
        type = BinaryPrimitives.ReadUInt32BigEndian(head[4..]);
        size = BinaryPrimitives.ReadUInt32BigEndian(head);
        if (size == 1)
        {
            header = LongHeader;
            if (head.Length < LongHeader)
                return false;
            size = BinaryPrimitives.ReadInt64BigEndian(head[8..]);
        }
        else if (size == 0)
            size = left;
        return size >= header && size <= left;
    }

    /// <summary>The next box; false at the end, or where the next does not fit in what is left.</summary>
    public bool Read()
    {
        if (!TryReadHeader(_rest[..Math.Min(_rest.Length, LongHeader)], _rest.Length, out var type, out var size, out var header))
            return false;
        Type = type;
        Body = _rest[header..(int)size];
        _rest = _rest[(int)size..];
        return true;
    }

    /// <summary>The body of the first box on a path of types, each within the one before; false where there is none.</summary>
    public static bool TryFind(ReadOnlySpan<byte> bytes, string path, out ReadOnlySpan<byte> body)
    {
        body = bytes;
        foreach (var part in path.Split('/'))
        {
            var reader = new BoxReader(body);
            do
                if (!reader.Read())
                    return false;
            while (reader.Type != Named(part));
            body = reader.Body;
        }
        return true;
    }
}
