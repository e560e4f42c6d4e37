namespace Overflight.Geodesy.Terrain.Tiff;

/// <summary>Where a GeoTIFF file puts its samples (OGC 19-008r4, 7.1.1 and annex B).</summary>
internal static class GeoTransform
{
    private const int PixelIsPoint = 2;

    /// <summary>The placement of samples in the file's system.</summary>
    /// <exception cref="InvalidDataException">It is not given, or given in a way that is not read.</exception>
    public static GridPlacement Read(TiffFile tiff, GeoKeys keys, int columns, int rows)
    {
        var (x, y) = tiff.Find(TiffTag.ModelTransformation) is null ? FromScale(tiff) : FromMatrix(tiff);
        // Raster space counts from the corner of the first pixel where pixels are areas: its sample is half a pixel further.
        var half = keys.Code(GeoKey.GTRasterType) switch
        {
            0 or 1 => 0.5,
            PixelIsPoint => 0,
            _ => throw keys.NotRead(GeoKey.GTRasterType),
        };
        x.AtOrigin += half * (x.PerColumn + x.PerRow);
        y.AtOrigin += half * (y.PerColumn + y.PerRow);
        return new GridPlacement(x, y, columns, rows, HorizontalSystem.Of(keys));
    }

    private static ((double PerColumn, double PerRow, double AtOrigin) X, (double PerColumn, double PerRow, double AtOrigin) Y) FromScale(TiffFile tiff)
    {
        var (scale, tie) = (tiff.Doubles(TiffTag.ModelPixelScale, 3), tiff.Doubles(TiffTag.ModelTiepoint, 6 * 1024));
        if (scale.Length < 2)
            throw new InvalidDataException("neither ModelPixelScale (tag 33550) nor ModelTransformation (tag 34264) has values");
        if (tie.Length != 6)
            throw new InvalidDataException($"ModelTiepoint (tag 33922) has {tie.Length} values, not the 6 of one point");
        return ((scale[0], 0, tie[3] - tie[0] * scale[0]), (0, -scale[1], tie[4] + tie[1] * scale[1]));
    }

    private static ((double PerColumn, double PerRow, double AtOrigin) X, (double PerColumn, double PerRow, double AtOrigin) Y) FromMatrix(TiffFile tiff)
    {
        var matrix = tiff.Doubles(TiffTag.ModelTransformation, 16);
        return matrix.Length == 16
            ? ((matrix[0], matrix[1], matrix[3]), (matrix[4], matrix[5], matrix[7]))
            : throw new InvalidDataException($"ModelTransformation (tag 34264) has {matrix.Length} values, not 16");
    }
}
