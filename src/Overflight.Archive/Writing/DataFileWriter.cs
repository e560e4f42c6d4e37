using System.Security.Cryptography;
using Overflight.Archive.Columns;
using Overflight.Archive.Storage;
using ParquetSharp;

namespace Overflight.Archive.Writing;

/// <summary>Writes one data file and flushes it to the disk.</summary>
internal static class DataFileWriter
{
    /// <summary>Writes row groups to a temporary path; the answer names the file as it will be called.</summary>
    public static DataFile Write(string temporary, string name, FixTable table, TextPool texts, IReadOnlyList<RowGroup> groups, bool isCompacted)
    {
        var metadata = new Dictionary<string, string>
        {
            ["overflight.format"] = FixSchema.Version,
            [AircraftDirectory.MetadataKey] = AircraftDirectory.Write(table, texts, groups),
        };
        var chunks = new List<ChunkCheck[]>();
        long footer;
        using (var stream = new CheckedStream(temporary))
        {
            using (var properties = FixSchema.Properties(isCompacted ? 9 : 3))
            using (var schema = FixSchema.Schema())
            using (var writer = new ParquetFileWriter(stream, schema, properties, metadata, leaveOpen: true))
            {
                // The file's first four bytes belong to no chunk.
                stream.Cut();
                var scratch = new ColumnScratch(RowOrder.RowsPerGroup);
                foreach (var group in groups)
                    chunks.Add(Write(writer, stream, table, texts, group, scratch));
                // The metadata is read when the file is closed.
                metadata.Add(GroupDirectory.MetadataKey, GroupDirectory.Write([.. groups.Select(g => g.Bounds)], chunks));
                footer = stream.Position;
                writer.Close();
            }
            stream.FlushToDisk();
        }
        var (bytes, sha256) = FooterOf(temporary, footer);
        return new DataFile(
            name, groups.Sum(g => (long)g.Rows.Length), bytes, footer, sha256, isCompacted, groups.Min(g => g.Bounds.FirstTime), groups.Max(g => g.Bounds.LastTime),
            groups.Aggregate(UnitBox.Empty, (box, g) => box.With(g.Bounds.Box)));
    }

    private static ChunkCheck[] Write(ParquetFileWriter writer, CheckedStream stream, FixTable table, TextPool texts, RowGroup group, ColumnScratch scratch)
    {
        var chunks = new ChunkCheck[FixSchema.Columns.Count];
        using var target = writer.AppendRowGroup();
        for (var c = 0; c < chunks.Length; c++)
        {
            using var chunk = target.NextColumn();
            // A column is closed, and its bytes written, when the next one begins.
            if (c > 0)
                chunks[c - 1] = stream.Cut();
            FixSchema.Columns[c].Write(chunk, table, texts, group.Rows, scratch);
        }
        target.Close();
        chunks[^1] = stream.Cut();
        return chunks;
    }

    /// <summary>A file's length, and the SHA-256 of all that follows its row groups.</summary>
    /// <exception cref="InvalidDataException">The file does not reach so far.</exception>
    public static (long Bytes, string Sha256) FooterOf(string path, long start)
    {
        using var handle = File.OpenHandle(path);
        var length = RandomAccess.GetLength(handle);
        if (length <= start)
            throw new InvalidDataException($"it ends at byte {length:N0}, before its footer");
        var footer = new byte[length - start];
        for (var done = 0; done < footer.Length;)
        {
            var read = RandomAccess.Read(handle, footer.AsSpan(done), start + done);
            if (read == 0)
                throw new InvalidDataException("it ends within its footer");
            done += read;
        }
        return (length, Convert.ToHexStringLower(SHA256.HashData(footer)));
    }
}
