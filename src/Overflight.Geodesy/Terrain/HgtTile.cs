using System.Buffers.Binary;
using System.Globalization;

namespace Overflight.Geodesy.Terrain;

/// <summary>
/// One SRTM tile: a degree by a degree of heights in metres above the geoid, big-endian 16 bits, rows from the north, columns from
/// the west, edges included; −32,768 where there is none (USGS, SRTM topography documentation, 2.1).
/// </summary>
internal sealed class HgtTile : SampleSource
{
    private const short Void = short.MinValue;
    private const int RowsOfPage = 128;

    private HgtTile(string file, int across)
        : base(file, across, across, across, RowsOfPage)
    {
    }

    /// <summary>Latitude and longitude of the south-west corner that a name such as <c>N47W123.hgt</c> gives, degrees; null for other names.</summary>
    public static (int South, int West)? Corner(string fileName)
    {
        var name = fileName.AsSpan();
        if (name.Length != 11 || !name[7..].Equals(".hgt", StringComparison.OrdinalIgnoreCase)
            || !TryDegrees(name[..3], 'N', 'S', out var south) || !TryDegrees(name.Slice(3, 4), 'E', 'W', out var west))
            return null;
        return south is >= -90 and < 90 && west is >= -180 and < 180 ? (south, west) : null;
    }

    /// <summary>Opens a tile.</summary>
    /// <exception cref="InvalidDataException">The name gives no corner, or the length is neither that of 1″ nor of 3″.</exception>
    public static TerrainGrid Open(string file, PageCache cache)
    {
        if (Corner(Path.GetFileName(file)) is not var (south, west))
            throw new InvalidDataException("not named by its south-west corner, like N47E008.hgt");
        var across = new FileInfo(file).Length switch
        {
            1201 * 1201 * 2 => 1201,
            3601 * 3601 * 2 => 3601,
            var length => throw new InvalidDataException($"{length} bytes, not the 2884802 of a 3″ tile or the 25934402 of a 1″ tile"),
        };
        var spacing = 1.0 / (across - 1);
        return new TerrainGrid(new HgtTile(file, across), new GridPlacement((spacing, 0, west), (0, -spacing, south + 1), across, across), 0, cache);
    }

    /// <inheritdoc/>
    public override void Read(int pageColumn, int pageRow, Span<float> heights, TerrainProblems problems)
    {
        var first = pageRow * RowsOfPage;
        var bytes = new byte[2 * Columns * Math.Min(RowsOfPage, Rows - first)];
        ReadBytes(2L * first * Columns, bytes);
        for (var i = 0; i < bytes.Length / 2; i++)
            if (BinaryPrimitives.ReadInt16BigEndian(bytes.AsSpan(2 * i)) is var height && height != Void)
                heights[i] = height;
    }

    private static bool TryDegrees(ReadOnlySpan<char> text, char positive, char negative, out int degrees)
    {
        if (!int.TryParse(text[1..], NumberStyles.None, CultureInfo.InvariantCulture, out degrees))
            return false;
        var letter = char.ToUpperInvariant(text[0]);
        if (letter == negative)
            degrees = -degrees;
        return letter == positive || letter == negative;
    }
}
