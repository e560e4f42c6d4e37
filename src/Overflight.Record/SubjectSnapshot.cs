using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Overflight.Record.Merkle;
using Overflight.Record.Storage;
using Overflight.Storage;

namespace Overflight.Record;

/// <summary>
/// The chains at some size, in <c>.record/subjects</c>, so that opening a log does not read all of it. It is only a memory: where it
/// is missing, damaged or another log's, the entries tell the same. docs/record.md has the format too.
/// <code>
/// 0   12  "ofsubjects1\n"
/// 12   8  entries that it covers, big-endian
/// 20  32  root of the tree of that size
/// 52   8  t of the last of them
/// 60   8  number of subjects
/// 68      each: length (uint16), the subject in UTF-8, leaves about it (8), hash of the last (32)
/// end 32  SHA-256 of all before it
/// </code>
/// </summary>
internal static class SubjectSnapshot
{
    private const int SizeAt = 12;
    private const int RootAt = 20;
    private const int TimeAt = 52;
    private const int CountAt = 60;
    private const int HeaderLength = 68;
    private const int HeadLength = 8 + MerkleHash.Size;

    private static ReadOnlySpan<byte> Magic => "ofsubjects1\n"u8;

    /// <summary>The bytes of chains as they are now, still without root and checksum.</summary>
    public static byte[] Capture(SubjectChains chains)
    {
        var length = HeaderLength + SHA256.HashSizeInBytes;
        foreach (var subject in chains.Heads.Keys)
            length += 2 + Encoding.UTF8.GetByteCount(subject) + HeadLength;
        var bytes = new byte[length];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(SizeAt), chains.Size);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(TimeAt), chains.LastTime);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(CountAt), chains.Heads.Count);
        var at = HeaderLength;
        foreach (var (subject, head) in chains.Heads)
        {
            var written = Encoding.UTF8.GetBytes(subject, bytes.AsSpan(at + 2));
            BinaryPrimitives.WriteUInt16BigEndian(bytes.AsSpan(at), (ushort)written);
            at += 2 + written;
            BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(at), head.Count);
            head.Leaf.CopyTo(bytes.AsSpan(at + 8));
            at += HeadLength;
        }
        return bytes;
    }

    /// <summary>Completes captured bytes and makes them durable.</summary>
    public static void Write(LogFolder folder, byte[] captured, Func<long, MerkleHash> rootAt)
    {
        rootAt(BinaryPrimitives.ReadInt64BigEndian(captured.AsSpan(SizeAt))).CopyTo(captured.AsSpan(RootAt));
        var end = captured.Length - SHA256.HashSizeInBytes;
        SHA256.HashData(captured.AsSpan(0, end), captured.AsSpan(end));
        DurableFile.Write(folder.Subjects, folder.TemporaryFile("subjects"), captured);
    }

    /// <summary>The chains of a snapshot; null where there is none that is whole and of this log.</summary>
    public static SubjectChains? TryRead(LogFolder folder, long size, Func<long, MerkleHash> rootAt)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(folder.Subjects);
        }
        catch (IOException)
        {
            return null;
        }
        var end = bytes.Length - SHA256.HashSizeInBytes;
        if (end < HeaderLength || !bytes.AsSpan().StartsWith(Magic) || !SHA256.HashData(bytes.AsSpan(0, end)).AsSpan().SequenceEqual(bytes.AsSpan(end)))
            return null;
        var covered = BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(SizeAt));
        if (covered < 0 || covered > size || rootAt(covered) != MerkleHash.From(bytes.AsSpan(RootAt, MerkleHash.Size)))
            return null;
        var chains = new SubjectChains(covered, BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(TimeAt)));
        for (var at = HeaderLength; at < end;)
        {
            var length = BinaryPrimitives.ReadUInt16BigEndian(bytes.AsSpan(at));
            var subject = Encoding.UTF8.GetString(bytes, at + 2, length);
            at += 2 + length;
            chains.Load(subject, new(BinaryPrimitives.ReadInt64BigEndian(bytes.AsSpan(at)), MerkleHash.From(bytes.AsSpan(at + 8, MerkleHash.Size))));
            at += HeadLength;
        }
        return chains;
    }
}
