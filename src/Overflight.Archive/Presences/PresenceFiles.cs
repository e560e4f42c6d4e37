using System.Security.Cryptography;
using System.Text;
using Overflight.Archive.Querying;
using Overflight.Archive.Storage;

namespace Overflight.Archive.Presences;

/// <summary>
/// Presence files on the disk. "OVFPRS1\n" and the i32 length of the head; the head: LEB128 number of States, and for each its
/// name, and LEB128 offset and length of its passages and their CRC-32C; then the passages (<see cref="PassageCodec"/>).
/// </summary>
internal static class PresenceFiles
{
    private const int LongestHead = 1 << 20;

    private static ReadOnlySpan<byte> Magic => "OVFPRS1\n"u8;

    /// <summary>Writes a file to a temporary path and flushes it to the disk; the answer names it as it will be called.</summary>
    public static PresenceFile Write(string temporary, string name, string setSha256, PresenceBuilder builder)
    {
        var sections = builder.Built().Select(s => (s.State, Bytes: PassageCodec.Write(s.Passages))).ToArray();
        using var memory = new MemoryStream();
        using var writer = new BinaryWriter(memory, Encoding.UTF8);
        writer.Write7BitEncodedInt(sections.Length);
        var offset = 0L;
        foreach (var (state, bytes) in sections)
        {
            writer.Write(state);
            writer.Write7BitEncodedInt64(offset);
            writer.Write7BitEncodedInt(bytes.Length);
            writer.Write(Crc32C.End(Crc32C.Add(Crc32C.Start, bytes)));
            offset += bytes.Length;
        }
        var head = memory.ToArray();
        using var stream = new FileStream(temporary, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        stream.Write(Magic);
        stream.Write(BitConverter.GetBytes(head.Length));
        stream.Write(head);
        foreach (var (_, bytes) in sections)
            stream.Write(bytes);
        stream.Flush(flushToDisk: true);
        return new PresenceFile(name, stream.Length, Convert.ToHexStringLower(SHA256.HashData(head)), setSha256);
    }

    /// <summary>The passages through a State's airspace.</summary>
    /// <exception cref="DamagedFileException">The file is missing, or not as it was written.</exception>
    public static List<Passage> Read(ArchiveLayout layout, PresenceFile file, string state)
    {
        var path = layout.PathOf(file.Name);
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            foreach (var section in Sections(stream, file))
                if (section.State == state)
                    return PassageCodec.Read(Read(stream, section));
            return [];
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            throw new DamagedFileException(path, error);
        }
    }

    /// <summary>Whether a file is all there, and as it was written.</summary>
    public static bool IsWhole(ArchiveLayout layout, PresenceFile file)
    {
        try
        {
            using var stream = new FileStream(layout.PathOf(file.Name), FileMode.Open, FileAccess.Read, FileShare.Read, 1);
            foreach (var section in Sections(stream, file))
                Read(stream, section);
            return true;
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static List<(string State, ChunkCheck Check)> Sections(FileStream stream, PresenceFile file)
    {
        if (stream.Length != file.Bytes)
            throw new InvalidDataException($"it has {stream.Length:N0} bytes, not {file.Bytes:N0}");
        var start = new byte[Magic.Length + 4];
        stream.ReadExactly(start);
        var headBytes = BitConverter.ToInt32(start, Magic.Length);
        if (!start.AsSpan().StartsWith(Magic) || headBytes is < 0 or > LongestHead)
            throw new InvalidDataException("it begins otherwise than it was written");
        var head = new byte[headBytes];
        stream.ReadExactly(head);
        if (Convert.ToHexStringLower(SHA256.HashData(head)) != file.HeadSha256)
            throw new InvalidDataException("its head is not as it was written");
        using var reader = new BinaryReader(new MemoryStream(head), Encoding.UTF8);
        var sections = new List<(string, ChunkCheck)>();
        for (var left = reader.Read7BitEncodedInt(); left > 0; left--)
            sections.Add((reader.ReadString(), new ChunkCheck(start.Length + head.Length + reader.Read7BitEncodedInt64(), reader.Read7BitEncodedInt(), reader.ReadUInt32())));
        return sections;
    }

    private static byte[] Read(FileStream stream, (string State, ChunkCheck Check) section)
    {
        var bytes = new byte[section.Check.Bytes];
        stream.Position = section.Check.Offset;
        stream.ReadExactly(bytes);
        return Crc32C.End(Crc32C.Add(Crc32C.Start, bytes)) == section.Check.Crc
            ? bytes
            : throw new InvalidDataException($"what it says of {section.State}, byte {section.Check.Offset}, is not as it was written");
    }
}
