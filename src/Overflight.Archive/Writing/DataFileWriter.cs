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
            [GroupDirectory.MetadataKey] = GroupDirectory.Write([.. groups.Select(g => g.Bounds)]),
            [AircraftDirectory.MetadataKey] = AircraftDirectory.Write(table, texts, groups),
        };
        using (var properties = FixSchema.Properties())
        using (var schema = FixSchema.Schema())
        using (var writer = new ParquetFileWriter(temporary, schema, properties, metadata))
        {
            var scratch = new ColumnScratch(RowOrder.RowsPerGroup);
            foreach (var group in groups)
            {
                using var target = writer.AppendRowGroup();
                foreach (var column in FixSchema.Columns)
                {
                    using var chunk = target.NextColumn();
                    column.Write(chunk, table, texts, group.Rows, scratch);
                }
            }
            writer.Close();
        }
        DurableFile.Flush(temporary);
        var (bytes, sha256) = FooterOf(temporary);
        return new DataFile(
            name, groups.Sum(g => (long)g.Rows.Length), bytes, sha256, isCompacted, groups.Min(g => g.Bounds.FirstTime), groups.Max(g => g.Bounds.LastTime),
            groups.Aggregate(UnitBox.Empty, (box, g) => box.With(g.Bounds.Box)));
    }

    /// <summary>A file's length and the SHA-256 of its Parquet footer.</summary>
    /// <exception cref="InvalidDataException">The file does not end as a Parquet file does.</exception>
    public static (long Bytes, string Sha256) FooterOf(string path)
    {
        using var handle = File.OpenHandle(path);
        var length = RandomAccess.GetLength(handle);
        Span<byte> tail = stackalloc byte[8];
        if (length < 12 || RandomAccess.Read(handle, tail, length - 8) != 8 || !tail[4..].SequenceEqual("PAR1"u8))
            throw new InvalidDataException("it does not end as a Parquet file does");
        var metadata = BitConverter.ToUInt32(tail);
        if (metadata + 8L > length - 4)
            throw new InvalidDataException("its Parquet footer is longer than the file");
        var footer = new byte[metadata + 8];
        for (var done = 0; done < footer.Length;)
        {
            var read = RandomAccess.Read(handle, footer.AsSpan(done), length - footer.Length + done);
            if (read == 0)
                throw new InvalidDataException("it ends within its footer");
            done += read;
        }
        return (length, Convert.ToHexStringLower(SHA256.HashData(footer)));
    }
}
