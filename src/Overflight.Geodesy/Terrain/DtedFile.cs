using System.Buffers.Binary;

namespace Overflight.Geodesy.Terrain;

/// <summary>
/// One DTED cell (MIL-PRF-89020B, 3.13): records of heights in whole metres above the sea along meridians, from the west and each from
/// the south, signed-magnitude 16 bits, −32,767 where there is none. A record whose checksum is wrong is told and left out.
/// </summary>
internal sealed class DtedFile : SampleSource
{
    private const byte Sentinel = 0xAA;
    private const int RecordHeader = 8;
    private const ushort Void = 0xFFFF;
    private const int ColumnsOfPage = 64;

    private readonly long _start;

    private DtedFile(string file, int columns, int rows, long start)
        : base(file, columns, rows, Math.Min(columns, ColumnsOfPage), rows) => _start = start;

    private int RecordBytes => RecordHeader + 2 * Rows + 4;

    /// <summary>Opens a cell.</summary>
    /// <exception cref="InvalidDataException">Its headers are not those of DTED, or say what cannot be.</exception>
    public static TerrainGrid Open(string file, PageCache cache)
    {
        var header = DtedHeader.Read(file);
        return new TerrainGrid(
            new DtedFile(file, header.Columns, header.Rows, header.DataOffset),
            new GridPlacement(
                (header.LongitudeIntervalDegrees, 0, header.WestDegrees),
                (0, -header.LatitudeIntervalDegrees, header.SouthDegrees + (header.Rows - 1) * header.LatitudeIntervalDegrees),
                header.Columns, header.Rows),
            0, cache);
    }

    /// <inheritdoc/>
    public override void Read(int pageColumn, int pageRow, Span<float> heights, TerrainProblems problems)
    {
        var first = pageColumn * PageColumns;
        var columns = Math.Min(PageColumns, Columns - first);
        var bytes = new byte[columns * RecordBytes];
        int read;
        using (var handle = System.IO.File.OpenHandle(File))
            read = FileBytes.Read(handle, _start + (long)first * RecordBytes, bytes);
        for (var i = 0; i < columns; i++)
        {
            var offset = _start + (long)(first + i) * RecordBytes;
            if (read < (i + 1) * RecordBytes)
            {
                problems.Add(File, $"the file ends before the end of the record of column {first + i} at offset {offset}; {columns - i} columns from there on are left out");
                return;
            }
            var record = bytes.AsSpan(i * RecordBytes, RecordBytes);
            if (Fault(record) is { } fault)
                problems.Add(File, $"record of column {first + i} at offset {offset}: {fault}; left out");
            else
                Put(record, heights, i);
        }
    }

    /// <summary>3.13.5: the checksum is the sum of the bytes before it.</summary>
    private static string? Fault(ReadOnlySpan<byte> record)
    {
        if (record[0] != Sentinel)
            return $"begins with {record[0]}, not {Sentinel}";
        var sum = 0;
        foreach (var part in record[..^4])
            sum += part;
        var stated = BinaryPrimitives.ReadInt32BigEndian(record[^4..]);
        return sum == stated ? null : $"checksum {stated}, not {sum}";
    }

    private void Put(ReadOnlySpan<byte> record, Span<float> heights, int column)
    {
        for (var fromSouth = 0; fromSouth < Rows; fromSouth++)
        {
            var word = BinaryPrimitives.ReadUInt16BigEndian(record[(RecordHeader + 2 * fromSouth)..]);
            if (word != Void)
                heights[(Rows - 1 - fromSouth) * PageColumns + column] = (word & 0x8000) == 0 ? word : -(word & 0x7FFF);
        }
    }
}
