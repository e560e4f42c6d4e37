using Microsoft.Win32.SafeHandles;
using Overflight.Archive.Columns;
using Overflight.Archive.Storage;
using Overflight.Archive.Writing;
using ParquetSharp;

namespace Overflight.Archive.Reading;

/// <summary>
/// Reads one data file. Its footer is held against the manifest before it is believed, and each column chunk against its checksum
/// before the Parquet library gets to see it. Not thread-safe.
/// </summary>
internal sealed class DataFileReader : IDisposable
{
    private readonly ParquetFileReader _reader;
    private readonly SafeFileHandle _handle;
    private readonly ChunkCheck[][] _chunks;
    private byte[] _bytes = [];
    private readonly string _path;
    private ColumnScratch? _scratch;
    private AircraftDirectory? _directory;

    private DataFileReader(string path, ParquetFileReader reader)
    {
        _path = path;
        _reader = reader;
        // The reader owns it: not to be disposed here.
        var metadata = reader.FileMetaData;
        (Bounds, _chunks) = GroupDirectory.Read(metadata.KeyValueMetadata.GetValueOrDefault(GroupDirectory.MetadataKey), metadata.NumRowGroups, metadata.NumColumns);
        _handle = File.OpenHandle(path);
    }

    /// <summary>What each row group spans.</summary>
    public RowGroupBounds[] Bounds { get; }

    public int RowGroups => Bounds.Length;

    /// <summary>Which row groups hold an aircraft.</summary>
    public AircraftDirectory Aircraft => _directory ??= Guarded(() =>
        AircraftDirectory.Read(_reader.FileMetaData.KeyValueMetadata.GetValueOrDefault(AircraftDirectory.MetadataKey) ?? throw new InvalidDataException("it has no directory of aircraft")));

    /// <exception cref="DamagedFileException">The file is missing, or not as it was written.</exception>
    public static DataFileReader Open(ArchiveLayout layout, DataFile file)
    {
        var path = layout.PathOf(file.Name);
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: var length } && length != file.Bytes)
                throw new InvalidDataException($"it has {length:N0} bytes, not {file.Bytes:N0}");
            var (bytes, sha256) = DataFileWriter.FooterOf(path, file.FooterOffset);
            if (bytes != file.Bytes || sha256 != file.FooterSha256)
                throw new InvalidDataException("its footer is not as it was written");
            var reader = new ParquetFileReader(path);
            try
            {
                return new DataFileReader(path, reader);
            }
            catch
            {
                reader.Dispose();
                throw;
            }
        }
        catch (Exception error) when (IsDamage(error))
        {
            throw new DamagedFileException(path, error);
        }
    }

    /// <summary>Reads some columns of a row group into the first rows of a table; the others keep what they held.</summary>
    /// <param name="group">Which row group.</param>
    /// <param name="columns">Which columns, by <see cref="FixSchema.Bits"/>.</param>
    /// <param name="table">Takes the rows.</param>
    /// <param name="texts">Takes their texts.</param>
    /// <exception cref="DamagedFileException">A page is not as it was written.</exception>
    public void Read(int group, uint columns, FixTable table, TextPool texts) => Guarded(() =>
    {
        using var reader = _reader.RowGroup(group);
        var rows = (int)reader.MetaData.NumRows;
        if (_scratch is null || _scratch.Levels.Length < rows)
            _scratch = new ColumnScratch(Math.Max(rows, RowOrder.RowsPerGroup));
        table.Reserve(rows);
        table.Count = rows;
        for (var c = 0; c < FixSchema.Columns.Count; c++)
        {
            if ((columns & (1u << c)) == 0)
                continue;
            if ((Bounds[group].Empty & (1u << c)) != 0)
            {
                FixSchema.Columns[c].Clear(table, rows);
                continue;
            }
            Check(group, c);
            using var chunk = reader.Column(c);
            FixSchema.Columns[c].Read(chunk, table, texts, rows, _scratch);
        }
        return rows;
    });

    public void Dispose()
    {
        _reader.Dispose();
        _handle.Dispose();
    }

    private void Check(int group, int column)
    {
        var check = _chunks[group][column];
        if (check.Bytes > _bytes.Length)
            _bytes = new byte[check.Bytes * 2];
        var bytes = _bytes.AsSpan(0, check.Bytes);
        for (var done = 0; done < bytes.Length;)
        {
            var read = RandomAccess.Read(_handle, bytes[done..], check.Offset + done);
            if (read == 0)
                throw new InvalidDataException($"it ends within column {FixSchema.Columns[column].Name} of row group {group}");
            done += read;
        }
        if (Crc32C.End(Crc32C.Add(Crc32C.Start, bytes)) != check.Crc)
            throw new InvalidDataException($"column {FixSchema.Columns[column].Name} of row group {group}, byte {check.Offset}, is not as it was written");
    }

    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (IsDamage(error))
        {
            throw new DamagedFileException(_path, error);
        }
    }

    private static bool IsDamage(Exception error) => error is ParquetException or InvalidDataException or IOException or InvalidCastException or UnauthorizedAccessException;
}
