using System.Buffers.Binary;
using System.Security.Cryptography;
using Overflight.Record.Merkle;

namespace Overflight.Record.Storage;

/// <summary>
/// The journal's bytes. These files change together: this one, <see cref="Journal"/>, <see cref="JournalReader"/>, docs/record.md.
/// <code>
/// 0   11  "ofjournal1\n"
/// 11   8  base size, big-endian
/// 19  32  root of the tree of that size
/// 51  32  SHA-256 of bytes 0 to 50
/// 83      entries: 0x45, length (uint16, big-endian), its complement, the entry, its leaf hash (32)
/// </code>
/// </summary>
internal static class JournalFormat
{
    public const int HeaderLength = 83;
    public const byte EntryMark = 0x45;
    public const int HeadLength = 5;
    public const int EntryOverhead = HeadLength + MerkleHash.Size;

    private const int SealedLength = 51;

    public static ReadOnlySpan<byte> Magic => "ofjournal1\n"u8;

    public static byte[] Header(long size, MerkleHash root)
    {
        var header = new byte[HeaderLength];
        Magic.CopyTo(header);
        BinaryPrimitives.WriteInt64BigEndian(header.AsSpan(11), size);
        root.CopyTo(header.AsSpan(19));
        SHA256.HashData(header.AsSpan(0, SealedLength), header.AsSpan(SealedLength));
        return header;
    }

    /// <summary>Writes an entry's head. The complement shows a damaged length, which would otherwise look like a write cut short.</summary>
    public static void WriteHead(Span<byte> head, int length)
    {
        head[0] = EntryMark;
        BinaryPrimitives.WriteUInt16BigEndian(head[1..], (ushort)length);
        BinaryPrimitives.WriteUInt16BigEndian(head[3..], (ushort)~length);
    }

    /// <summary>The length that an entry's head states; null where the head is damaged.</summary>
    public static int? ReadHead(ReadOnlySpan<byte> head)
    {
        var length = BinaryPrimitives.ReadUInt16BigEndian(head[1..]);
        return head[0] == EntryMark && (ushort)~length == BinaryPrimitives.ReadUInt16BigEndian(head[3..]) ? length : null;
    }

    public static (long Size, MerkleHash Root) ReadHeader(ReadOnlySpan<byte> header, string path)
    {
        if (header.Length < HeaderLength || !header.StartsWith(Magic))
            throw new RecordException(path, "is no journal of a record");
        if (!SHA256.HashData(header[..SealedLength]).AsSpan().SequenceEqual(header.Slice(SealedLength, MerkleHash.Size)))
            throw new RecordException(path, $"the header is damaged (bytes 0 to {HeaderLength - 1}); \"overflight record fsck\" tells what is whole");
        return (BinaryPrimitives.ReadInt64BigEndian(header[11..]), MerkleHash.From(header.Slice(19, MerkleHash.Size)));
    }
}
