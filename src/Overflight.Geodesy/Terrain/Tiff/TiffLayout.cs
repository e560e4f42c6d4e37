namespace Overflight.Geodesy.Terrain.Tiff;

/// <summary>How the samples of a TIFF image lie in its file.</summary>
internal sealed class TiffLayout
{
    // A page of so many samples takes 64 MB, decoded.
    private const int MostPageSamples = 16 << 20;
    private const int MostAcross = 1 << 24;
    private const int MostPages = 4 << 20;

    // Strips without compression may be read in parts of about as many samples.
    private const int WantedPageSamples = 1 << 19;

    /// <summary>Reads the layout.</summary>
    /// <exception cref="InvalidDataException">It is none that is read here.</exception>
    public TiffLayout(TiffFile tiff)
    {
        (Width, Height) = (Size(tiff, TiffTag.ImageWidth), Size(tiff, TiffTag.ImageLength));
        Kind = new SampleKind((int)Only(tiff, TiffTag.BitsPerSample, 1, 16, 32, 64), (int)Only(tiff, TiffTag.SampleFormat, 1, 1, 2, 3));
        if (!Kind.IsKnown)
            throw new InvalidDataException($"samples of {Kind.Bits} bits of format {Kind.Format} (tags 258 and 339)");
        Only(tiff, TiffTag.SamplesPerPixel, 1, 1);
        Only(tiff, TiffTag.FillOrder, 1, 1);
        Only(tiff, TiffTag.Orientation, 1, 1);
        Compression = (int)Only(tiff, TiffTag.Compression, 1, 1, 5, 8, 32946, 32773);
        Predictor = (int)Only(tiff, TiffTag.Predictor, 1, 1, 2, 3);
        if (Predictor == 3 && Kind.Format != 3)
            throw new InvalidDataException("Predictor (tag 317) 3 is for floating point only");
        IsTiled = tiff.Find(TiffTag.TileWidth) is not null;
        (BlockColumns, BlockRows) = IsTiled
            ? (Size(tiff, TiffTag.TileWidth), Size(tiff, TiffTag.TileLength))
            : (Width, (int)Math.Clamp(tiff.Unsigned(TiffTag.RowsPerStrip, uint.MaxValue), 1, (ulong)Height));
        PageRows = IsTiled || Compression != 1 || Predictor != 1 ? BlockRows : PartOfStrip();
        if ((long)BlockColumns * PageRows > MostPageSamples)
            throw new InvalidDataException($"blocks of {BlockColumns} by {PageRows} samples; up to {MostPageSamples} are read");
        if (((Width - 1L) / BlockColumns + 1) * ((Height - 1L) / PageRows + 1) > MostPages)
            throw new InvalidDataException($"{Width} by {Height} samples in blocks of {BlockColumns} by {PageRows}: more than {MostPages} blocks");
        (Offsets, ByteCounts) = IsTiled
            ? (tiff.Need(TiffTag.TileOffsets), tiff.Need(TiffTag.TileByteCounts))
            : (tiff.Need(TiffTag.StripOffsets), tiff.Need(TiffTag.StripByteCounts));
    }

    public int Width { get; }

    public int Height { get; }

    public SampleKind Kind { get; }

    /// <summary>1 none, 5 LZW, 8 and 32946 Deflate, 32773 PackBits.</summary>
    public int Compression { get; }

    /// <summary>1 none, 2 differences, 3 differences of the bytes of floating point.</summary>
    public int Predictor { get; }

    public bool IsTiled { get; }

    /// <summary>Columns of a tile or strip.</summary>
    public int BlockColumns { get; }

    /// <summary>Rows of a tile or strip.</summary>
    public int BlockRows { get; }

    /// <summary>Rows that are read at once: those of a block, or a part of them that divides it.</summary>
    public int PageRows { get; }

    public TiffEntry Offsets { get; }

    public TiffEntry ByteCounts { get; }

    private int PartOfStrip()
    {
        var wanted = Math.Max(1, WantedPageSamples / Width);
        if (wanted >= BlockRows)
            return BlockRows;
        if (BlockRows >= Height)
            return wanted;
        while (BlockRows % wanted != 0)
            wanted--;
        return wanted;
    }

    private static int Size(TiffFile tiff, TiffTag tag) => tiff.Unsigned(tag) switch
    {
        0 => throw new InvalidDataException($"{tag} (tag {(ushort)tag}) is 0"),
        var size and <= MostAcross => (int)size,
        var size => throw new InvalidDataException($"{tag} (tag {(ushort)tag}) is {size}, more than {MostAcross}"),
    };

    private static ulong Only(TiffFile tiff, TiffTag tag, ulong otherwise, params ReadOnlySpan<ulong> known)
    {
        var value = tiff.Unsigned(tag, otherwise);
        return known.Contains(value) ? value : throw new InvalidDataException($"{tag} (tag {(ushort)tag}) is {value}, which is not read");
    }
}
