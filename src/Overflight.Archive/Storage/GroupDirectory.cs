using System.Buffers.Binary;

namespace Overflight.Archive.Storage;

/// <summary>
/// What each row group of a file spans, and the checksums of its column chunks, in the file's own key-value metadata as base64. The
/// statistics of the columns say the former to other tools; here one read gives it for all row groups. Little-endian; for each row group
/// i32 rows; u32 first and last cell; i32 south, west, north, east in 1e-7 degrees; i64 first and last time in microseconds; u32 bits of
/// the columns that are empty; then for each column i64 offset, i32 length, u32 CRC-32C.
/// </summary>
internal static class GroupDirectory
{
    /// <summary>The metadata's key.</summary>
    public const string MetadataKey = "overflight.groups";

    private const int HeadBytes = 48;
    private const int ChunkBytes = 16;

    public static string Write(IReadOnlyList<RowGroupBounds> groups, IReadOnlyList<ChunkCheck[]> chunks)
    {
        var entryBytes = EntryBytes(chunks.Count > 0 ? chunks[0].Length : 0);
        var bytes = new byte[groups.Count * entryBytes];
        for (var g = 0; g < groups.Count; g++)
        {
            var entry = bytes.AsSpan(g * entryBytes);
            var group = groups[g];
            BinaryPrimitives.WriteInt32LittleEndian(entry, group.Rows);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[4..], group.FirstCell);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[8..], group.LastCell);
            BinaryPrimitives.WriteInt32LittleEndian(entry[12..], group.Box.South);
            BinaryPrimitives.WriteInt32LittleEndian(entry[16..], group.Box.West);
            BinaryPrimitives.WriteInt32LittleEndian(entry[20..], group.Box.North);
            BinaryPrimitives.WriteInt32LittleEndian(entry[24..], group.Box.East);
            BinaryPrimitives.WriteInt64LittleEndian(entry[28..], group.FirstTime);
            BinaryPrimitives.WriteInt64LittleEndian(entry[36..], group.LastTime);
            BinaryPrimitives.WriteUInt32LittleEndian(entry[44..], group.Empty);
            for (var c = 0; c < chunks[g].Length; c++)
            {
                var chunk = entry[(HeadBytes + c * ChunkBytes)..];
                BinaryPrimitives.WriteInt64LittleEndian(chunk, chunks[g][c].Offset);
                BinaryPrimitives.WriteInt32LittleEndian(chunk[8..], chunks[g][c].Bytes);
                BinaryPrimitives.WriteUInt32LittleEndian(chunk[12..], chunks[g][c].Crc);
            }
        }
        return Convert.ToBase64String(bytes);
    }

    /// <exception cref="InvalidDataException">The text is not such a directory of so many row groups.</exception>
    public static (RowGroupBounds[] Groups, ChunkCheck[][] Chunks) Read(string? text, int rowGroups, int columns)
    {
        var entryBytes = EntryBytes(columns);
        var bytes = new byte[rowGroups * entryBytes];
        if (text is null || !Convert.TryFromBase64String(text, bytes, out var length) || length != bytes.Length)
            throw new InvalidDataException("its directory of row groups is missing or damaged");
        var (groups, chunks) = (new RowGroupBounds[rowGroups], new ChunkCheck[rowGroups][]);
        for (var g = 0; g < groups.Length; g++)
        {
            var entry = bytes.AsSpan(g * entryBytes);
            groups[g] = new RowGroupBounds(
                BinaryPrimitives.ReadInt32LittleEndian(entry),
                BinaryPrimitives.ReadUInt32LittleEndian(entry[4..]),
                BinaryPrimitives.ReadUInt32LittleEndian(entry[8..]),
                new UnitBox(
                    BinaryPrimitives.ReadInt32LittleEndian(entry[12..]), BinaryPrimitives.ReadInt32LittleEndian(entry[16..]),
                    BinaryPrimitives.ReadInt32LittleEndian(entry[20..]), BinaryPrimitives.ReadInt32LittleEndian(entry[24..])),
                BinaryPrimitives.ReadInt64LittleEndian(entry[28..]),
                BinaryPrimitives.ReadInt64LittleEndian(entry[36..]),
                BinaryPrimitives.ReadUInt32LittleEndian(entry[44..]));
            chunks[g] = new ChunkCheck[columns];
            for (var c = 0; c < columns; c++)
            {
                var chunk = entry[(HeadBytes + c * ChunkBytes)..];
                chunks[g][c] = new ChunkCheck(
                    BinaryPrimitives.ReadInt64LittleEndian(chunk), BinaryPrimitives.ReadInt32LittleEndian(chunk[8..]), BinaryPrimitives.ReadUInt32LittleEndian(chunk[12..]));
            }
        }
        return (groups, chunks);
    }

    private static int EntryBytes(int columns) => HeadBytes + columns * ChunkBytes;
}
