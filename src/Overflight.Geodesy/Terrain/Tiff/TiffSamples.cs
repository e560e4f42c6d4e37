namespace Overflight.Geodesy.Terrain.Tiff;

/// <summary>The heights of a TIFF image, read block by block.</summary>
internal sealed class TiffSamples : SampleSource
{
    // What lies outside is no height of the earth's surface, but stands for none: -32768, -3.4e38.
    private const double LeastMetres = -12_000;
    private const double GreatestMetres = 10_000;

    private readonly TiffFile _tiff;
    private readonly TiffLayout _layout;
    private readonly GridPlacement _placement;
    private readonly VerticalSystem _vertical;
    private readonly double _noData;

    public TiffSamples(TiffFile tiff, TiffLayout layout, GridPlacement placement, VerticalSystem vertical, double? noData)
        : base(tiff.Path, layout.Width, layout.Height, layout.BlockColumns, layout.PageRows)
    {
        (_tiff, _layout, _placement, _vertical) = (tiff, layout, placement, vertical);
        // NaN equals nothing, so it stands for no such value too.
        _noData = noData is { } value ? layout.Kind.Held(value) : double.NaN;
    }

    /// <inheritdoc/>
    public override void Read(int pageColumn, int pageRow, Span<float> heights, TerrainProblems problems)
    {
        var firstRow = pageRow * PageRows;
        // A strip ends with the image, a tile does not.
        var rows = _layout.IsTiled ? PageRows : Math.Min(PageRows, Rows - firstRow);
        var bytes = Block(pageColumn, firstRow, rows);
        if (bytes.Length == 0)
            return;
        var size = _layout.Kind.Bytes;
        for (var i = 0; i < rows * PageColumns; i++)
        {
            var value = _layout.Kind.Value(bytes.AsSpan(i * size));
            var metres = value * _vertical.MetresPerUnit;
            if (value != _noData && metres is >= LeastMetres and <= GreatestMetres)
                heights[i] = (float)metres;
        }
        if (_vertical.IsAboveEllipsoid)
            SeaLevel.Lower(heights, _placement, pageColumn * PageColumns, firstRow, PageColumns, PageRows);
    }

    /// <summary>The samples' bytes in the machine's order; none where the block is left out of the file, as GDAL does where all is void.</summary>
    private byte[] Block(int pageColumn, int firstRow, int rows)
    {
        var (blockRow, rowInBlock) = Math.DivRem(firstRow, _layout.BlockRows);
        var index = (long)blockRow * PagesAcross + pageColumn;
        using var handle = _tiff.Open();
        var (offset, count) = (_tiff.Unsigned(handle, _layout.Offsets, index), _tiff.Unsigned(handle, _layout.ByteCounts, index));
        if (offset == 0 && count == 0)
            return [];
        var rowBytes = PageColumns * _layout.Kind.Bytes;
        var bytes = new byte[rows * rowBytes];
        if (offset > long.MaxValue / 2)
            throw new InvalidDataException($"block {index} at offset {offset}, where no file reaches");
        if (_layout.Compression == 1)
        {
            if (FileBytes.Read(handle, (long)offset + (long)rowInBlock * rowBytes, bytes) < bytes.Length)
                throw new InvalidDataException($"block {index} at offset {offset}: the file ends before it does");
        }
        else
        {
            Decode(handle, index, (long)offset, count, bytes);
        }
        Predictor.Undo(_layout.Predictor, bytes, rowBytes, _layout.Kind, _tiff.IsLittleEndian);
        return bytes;
    }

    private void Decode(Microsoft.Win32.SafeHandles.SafeFileHandle handle, long index, long offset, ulong count, byte[] bytes)
    {
        // No compression here makes anything much longer.
        if (count > 2UL * (ulong)bytes.Length + 65_536)
            throw new InvalidDataException($"block {index} has {count} bytes for {bytes.Length}");
        var packed = new byte[(int)count];
        if (FileBytes.Read(handle, offset, packed) < packed.Length)
            throw new InvalidDataException($"block {index} at offset {offset}: the file ends before its {count} bytes do");
        var unpacked = _layout.Compression switch
        {
            5 => Lzw.Decode(packed, bytes),
            32773 => PackBits.Decode(packed, bytes),
            _ => Deflate.Decode(packed, bytes),
        };
        if (unpacked < bytes.Length)
            throw new InvalidDataException($"block {index} at offset {offset} gives {unpacked} bytes, not {bytes.Length}");
    }
}
