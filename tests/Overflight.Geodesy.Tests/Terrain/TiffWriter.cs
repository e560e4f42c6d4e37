using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Overflight.Geodesy.Tests.Terrain;

/// <summary>Writes GeoTIFF files with every feature that is read, and others that are not: set what differs.</summary>
internal sealed class TiffWriter
{
    private readonly SortedDictionary<int, (int Type, byte[] Bytes, int Count)> _extra = [];

    public int Width { get; init; } = 20;

    public int Height { get; init; } = 15;

    public bool IsBigEndian { get; init; }

    public bool IsBigTiff { get; init; }

    /// <summary>Tile sides; null for strips.</summary>
    public (int Columns, int Rows)? Tiles { get; init; }

    public int RowsPerStrip { get; init; } = 4;

    public int Compression { get; init; } = 1;

    public int Predictor { get; init; } = 1;

    public int Bits { get; init; } = 16;

    /// <summary>1 unsigned, 2 signed, 3 floating point.</summary>
    public int Format { get; init; } = 2;

    public bool IsPoint { get; init; }

    /// <summary>Left-out blocks: offset and count 0.</summary>
    public Func<int, bool> IsSparse { get; init; } = _ => false;

    /// <summary>Keys and their codes beside the raster type.</summary>
    public (int Key, int Code)[] Keys { get; init; } = [(1024, 2), (2048, 4326)];

    /// <summary>Keys with doubles.</summary>
    public (int Key, double Value)[] DoubleKeys { get; init; } = [];

    /// <summary>West, north, degrees or metres from sample to sample east and south; of the corner or of the first sample.</summary>
    public (double X, double Y, double PerColumn, double PerRow)? Scale { get; init; } = (10, 50, 0.01, 0.01);

    public double[]? Matrix { get; init; }

    public string? NoData { get; init; }

    /// <summary>Fields besides, or instead.</summary>
    public void Set(int tag, int type, params double[] values) => _extra[tag] = (type, Encode(type, values), values.Length);

    public void SetText(int tag, string text) => _extra[tag] = (2, Encoding.Latin1.GetBytes(text + "\0"), text.Length + 1);

    /// <summary>The file, with samples by column and row.</summary>
    public byte[] File(Func<int, int, double> sample)
    {
        var (blockColumns, blockRows) = Tiles ?? (Width, RowsPerStrip);
        var (across, down) = ((Width + blockColumns - 1) / blockColumns, (Height + blockRows - 1) / blockRows);
        var bytes = new List<byte>(new byte[IsBigTiff ? 16 : 8]);
        var (offsets, counts) = (new List<double>(), new List<double>());
        for (var block = 0; block < across * down; block++)
        {
            if (IsSparse(block))
            {
                offsets.Add(0);
                counts.Add(0);
                continue;
            }
            var (row, column) = (block / across * blockRows, block % across * blockColumns);
            var rows = Tiles is null ? Math.Min(blockRows, Height - row) : blockRows;
            var packed = Pack(Block(sample, column, row, blockColumns, rows), blockColumns * Bits / 8);
            offsets.Add(bytes.Count);
            counts.Add(packed.Length);
            bytes.AddRange(packed);
        }
        var fields = new SortedDictionary<int, (int Type, byte[] Bytes, int Count)>();
        void Field(int tag, int type, params double[] values) => fields[tag] = (type, Encode(type, values), values.Length);
        var offsetType = IsBigTiff ? 16 : 4;
        Field(256, 3, Width);
        Field(257, 4, Height);
        Field(258, 3, Bits);
        Field(259, 3, Compression);
        Field(262, 3, 1);
        Field(277, 3, 1);
        Field(284, 3, 1);
        Field(339, 3, Format);
        if (Predictor != 1)
            Field(317, 3, Predictor);
        if (Tiles is null)
        {
            Field(278, 3, RowsPerStrip);
            Field(273, offsetType, [.. offsets]);
            Field(279, offsetType, [.. counts]);
        }
        else
        {
            Field(322, 3, blockColumns);
            Field(323, 3, blockRows);
            Field(324, offsetType, [.. offsets]);
            Field(325, offsetType, [.. counts]);
        }
        if (Scale is var (x, y, perColumn, perRow))
        {
            Field(33550, 12, perColumn, perRow, 0);
            Field(33922, 12, 0, 0, 0, x, y, 0);
        }
        if (Matrix is not null)
            Field(34264, 12, Matrix);
        var keys = new List<double> { 1, 1, 0, 1 + Keys.Length + DoubleKeys.Length, 1025, 0, 1, IsPoint ? 2 : 1 };
        foreach (var (key, code) in Keys)
            keys.AddRange([key, 0, 1, code]);
        for (var i = 0; i < DoubleKeys.Length; i++)
            keys.AddRange([DoubleKeys[i].Key, 34736, 1, i]);
        Field(34735, 3, [.. keys]);
        if (DoubleKeys.Length > 0)
            Field(34736, 12, [.. DoubleKeys.Select(k => k.Value)]);
        if (NoData is not null)
            fields[42113] = (2, Encoding.ASCII.GetBytes(NoData + "\0"), NoData.Length + 1);
        foreach (var (tag, field) in _extra)
            fields[tag] = field;
        return Finish(bytes, fields);
    }

    private byte[] Finish(List<byte> bytes, SortedDictionary<int, (int Type, byte[] Bytes, int Count)> fields)
    {
        var inline = IsBigTiff ? 8 : 4;
        var entries = new List<byte>();
        foreach (var (tag, (type, value, count)) in fields)
        {
            entries.AddRange(Encode(3, tag, type));
            entries.AddRange(Encode(IsBigTiff ? 16 : 4, count));
            if (value.Length <= inline)
            {
                entries.AddRange([.. value, .. new byte[inline - value.Length]]);
                continue;
            }
            entries.AddRange(Encode(IsBigTiff ? 16 : 4, bytes.Count));
            bytes.AddRange(value);
        }
        var directory = bytes.Count;
        bytes.AddRange(Encode(IsBigTiff ? 16 : 3, fields.Count));
        bytes.AddRange(entries);
        bytes.AddRange(new byte[inline]);
        var head = IsBigEndian ? "MM"u8.ToArray() : "II"u8.ToArray();
        byte[] start = IsBigTiff
            ? [.. head, .. Encode(3, 43, 8, 0), .. Encode(16, directory)]
            : [.. head, .. Encode(3, 42), .. Encode(4, directory)];
        var file = bytes.ToArray();
        start.CopyTo(file, 0);
        return file;
    }

    private byte[] Block(Func<int, int, double> sample, int column, int row, int columns, int rows)
    {
        var size = Bits / 8;
        var bytes = new byte[columns * rows * size];
        for (var y = 0; y < rows; y++)
        {
            var line = bytes.AsSpan(y * columns * size, columns * size);
            for (var x = 0; x < columns; x++)
                Sample(column + x < Width && row + y < Height ? sample(column + x, row + y) : 0).CopyTo(line[(x * size)..]);
            if (Predictor == 2)
                Differences(line, size);
            else if (Predictor == 3)
                Planes(line, size);
            // Samples are made highest byte first.
            if (!IsBigEndian && Predictor != 3)
                for (var x = 0; x < columns; x++)
                    line.Slice(x * size, size).Reverse();
        }
        return bytes;
    }

    /// <summary>A sample's bytes, the highest first.</summary>
    private byte[] Sample(double value)
    {
        var bits = (Bits, Format) switch
        {
            (32, 3) => BitConverter.SingleToUInt32Bits((float)value),
            (64, 3) => BitConverter.DoubleToUInt64Bits(value),
            (_, 1) => (ulong)value,
            _ => (ulong)(long)value,
        };
        return [.. Enumerable.Range(0, Bits / 8).Select(i => (byte)(bits >> (Bits - 8 - 8 * i)))];
    }

    private static void Differences(Span<byte> line, int size)
    {
        for (var at = line.Length - size; at >= size; at -= size)
        {
            var borrow = 0;
            for (var k = size - 1; k >= 0; k--)
            {
                var difference = line[at + k] - line[at + k - size] - borrow;
                (line[at + k], borrow) = ((byte)difference, difference < 0 ? 1 : 0);
            }
        }
    }

    private static void Planes(Span<byte> line, int size)
    {
        var count = line.Length / size;
        var planes = new byte[line.Length];
        for (var i = 0; i < line.Length; i++)
            planes[i % size * count + i / size] = line[i];
        for (var i = line.Length - 1; i > 0; i--)
            planes[i] -= planes[i - 1];
        planes.CopyTo(line);
    }

    private byte[] Pack(byte[] bytes, int rowBytes) => Compression switch
    {
        5 => Packers.Lzw(bytes),
        8 or 32946 => Zlib(bytes),
        32773 => [.. bytes.Chunk(rowBytes).SelectMany(Packers.PackBits)],
        _ => bytes,
    };

    private static byte[] Zlib(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal, true))
            stream.Write(bytes);
        return packed.ToArray();
    }

    private byte[] Encode(int type, params double[] values)
    {
        var size = type switch { 3 => 2, 4 => 4, 12 or 16 => 8, _ => 1 };
        var bytes = new byte[size * values.Length];
        Span<byte> eight = stackalloc byte[8];
        for (var i = 0; i < values.Length; i++)
        {
            var at = bytes.AsSpan(i * size, size);
            var word = type == 12 ? BitConverter.DoubleToUInt64Bits(values[i]) : (ulong)values[i];
            BinaryPrimitives.WriteUInt64BigEndian(eight, word);
            eight[(8 - size)..].CopyTo(at);
            if (!IsBigEndian)
                at.Reverse();
        }
        return bytes;
    }
}
