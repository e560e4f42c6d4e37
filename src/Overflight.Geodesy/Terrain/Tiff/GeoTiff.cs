using System.Globalization;

namespace Overflight.Geodesy.Terrain.Tiff;

/// <summary>Opens GeoTIFF files of heights (OGC 19-008r4).</summary>
internal static class GeoTiff
{
    private const int MostText = 1 << 20;

    /// <summary>Reads what a file says of its first image.</summary>
    /// <exception cref="InvalidDataException">It is none whose heights are read, and why.</exception>
    public static TerrainGrid Open(string file, PageCache cache)
    {
        var tiff = new TiffFile(file);
        var layout = new TiffLayout(tiff);
        if (layout.Width < 2 || layout.Height < 2)
            throw new InvalidDataException($"{layout.Width} by {layout.Height} samples: a surface needs two by two");
        var keys = new GeoKeys(tiff);
        var placement = GeoTransform.Read(tiff, keys, layout.Width, layout.Height);
        var vertical = VerticalSystem.Of(keys);
        if (vertical.IsAboveEllipsoid && !Geoid.IsAvailable)
            throw new InvalidDataException($"heights above the ellipsoid, and {Geoid.FileName} is missing");
        RefuseScale(tiff);
        return new TerrainGrid(new TiffSamples(tiff, layout, placement, vertical, NoData(tiff)), placement, 0.5, cache);
    }

    private static double? NoData(TiffFile tiff)
    {
        var text = tiff.Text(TiffTag.GdalNoData, MostText);
        if (text.Length == 0)
            return null;
        return double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new InvalidDataException($"GdalNoData (tag 42113) \"{text[..Math.Min(40, text.Length)]}\" is no number");
    }

    /// <summary>GDAL keeps a factor and a summand of the samples in its own text: heights without them would be wrong.</summary>
    private static void RefuseScale(TiffFile tiff)
    {
        var text = tiff.Text(TiffTag.GdalMetadata, MostText);
        foreach (var role in (string[])["role=\"scale\"", "role=\"offset\""])
            if (text.Contains(role, StringComparison.OrdinalIgnoreCase))
                throw new InvalidDataException($"GdalMetadata (tag 42112) has {role}, which is not read");
    }
}
