using Overflight.Archive.Columns;
using Overflight.Archive.Storage;
using Overflight.Archive.Writing;
using ParquetSharp;

namespace Overflight.Archive.Reading;

/// <summary>
/// Reads one data file. Its footer is held against the manifest before it is believed, and its pages against their checksums.
/// Not thread-safe.
/// </summary>
internal sealed class DataFileReader : IDisposable
{
    private readonly ParquetFileReader _reader;
    private readonly string _path;
    private ColumnScratch? _scratch;
    private AircraftDirectory? _directory;

    private DataFileReader(string path, ParquetFileReader reader)
    {
        _path = path;
        _reader = reader;
    }

    public int RowGroups => _reader.FileMetaData.NumRowGroups;

    /// <summary>Which row groups hold an aircraft.</summary>
    public AircraftDirectory Directory => _directory ??= Guarded(() =>
        AircraftDirectory.Read(_reader.FileMetaData.KeyValueMetadata.GetValueOrDefault(AircraftDirectory.MetadataKey) ?? throw new InvalidDataException("it has no directory of aircraft")));

    /// <exception cref="DamagedFileException">The file is missing, or not as it was written.</exception>
    public static DataFileReader Open(ArchiveLayout layout, DataFile file)
    {
        var path = layout.PathOf(file.Name);
        try
        {
            var (bytes, sha256) = DataFileWriter.FooterOf(path);
            if (bytes != file.Bytes)
                throw new InvalidDataException($"it has {bytes:N0} bytes, not {file.Bytes:N0}");
            if (sha256 != file.FooterSha256)
                throw new InvalidDataException("its footer is not as it was written");
            using var properties = ReaderProperties.GetDefaultReaderProperties();
            properties.EnablePageChecksumVerification();
            return new DataFileReader(path, new ParquetFileReader(path, properties));
        }
        catch (Exception error) when (IsDamage(error))
        {
            throw new DamagedFileException(path, error);
        }
    }

    public RowGroupBounds Bounds(int group) => Guarded(() =>
    {
        using var reader = _reader.RowGroup(group);
        var metadata = reader.MetaData;
        var (south, north) = Range<int>(metadata, FixSchema.Latitude);
        var (west, east) = Range<long>(metadata, FixSchema.Longitude);
        var (first, last) = Range<long>(metadata, FixSchema.Time);
        return new RowGroupBounds((int)metadata.NumRows, new UnitBox(south, (int)west, north, (int)east), first * 1000, last * 1000 + 999);
    });

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
            using var chunk = reader.Column(c);
            FixSchema.Columns[c].Read(chunk, table, texts, rows, _scratch);
        }
        return rows;
    });

    public void Dispose() => _reader.Dispose();

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

    private static (T Least, T Greatest) Range<T>(RowGroupMetaData metadata, int column)
        where T : unmanaged
    {
        using var statistics = metadata.GetColumnChunkMetaData(column).Statistics as Statistics<T>;
        return statistics is { HasMinMax: true } ? (statistics.Min, statistics.Max) : throw new InvalidDataException($"column {FixSchema.Columns[column].Name} has no statistics");
    }
}
