using System.Buffers.Binary;
using System.Globalization;

namespace Overflight.Patterns.Reach.Terrain;

/// <summary>
/// One SRTM tile: a degree by a degree of heights in metres above the geoid, big-endian 16 bits, rows from the north, columns from
/// the west, edges included; −32,768 where there is none (USGS, SRTM topography documentation, 2.1).
/// </summary>
internal sealed class HgtTile
{
    private const short Void = short.MinValue;

    private readonly short[] _heights;
    private readonly int _across;

    private HgtTile(int across, short[] heights)
    {
        (_across, _heights) = (across, heights);
        foreach (var height in heights)
            GreatestMetres = Math.Max(GreatestMetres, height);
    }

    /// <summary>No height of the tile is greater, metres; at least 0.</summary>
    public int GreatestMetres { get; }

    /// <summary>From sample to sample, degrees.</summary>
    public double SpacingDegrees => 1.0 / (_across - 1);

    /// <summary>Latitude and longitude of the south-west corner that a name such as <c>N47W123.hgt</c> gives, degrees; null for other names.</summary>
    public static (int South, int West)? Corner(string fileName)
    {
        var name = fileName.AsSpan();
        if (name.Length != 11 || !name[7..].Equals(".hgt", StringComparison.OrdinalIgnoreCase)
            || !TryDegrees(name[..3], 'N', 'S', out var south) || !TryDegrees(name.Slice(3, 4), 'E', 'W', out var west))
            return null;
        return south is >= -90 and < 90 && west is >= -180 and < 180 ? (south, west) : null;
    }

    /// <summary>Reads a tile's bytes.</summary>
    /// <exception cref="InvalidDataException">The length is neither that of 1″ nor of 3″.</exception>
    public static HgtTile Parse(ReadOnlySpan<byte> bytes)
    {
        var across = bytes.Length switch
        {
            1201 * 1201 * 2 => 1201,
            3601 * 3601 * 2 => 3601,
            _ => throw new InvalidDataException($"{bytes.Length} bytes, not the 2884802 of a 3″ tile or the 25934402 of a 1″ tile"),
        };
        var heights = new short[across * across];
        for (var i = 0; i < heights.Length; i++)
            heights[i] = BinaryPrimitives.ReadInt16BigEndian(bytes[(2 * i)..]);
        return new HgtTile(across, heights);
    }

    /// <summary>Height between the four samples about a place given by its part of the degree north and east of the corner, 0 to 1; NaN beside a void.</summary>
    public double HeightMetres(double north, double east)
    {
        var (x, y) = (east * (_across - 1), (1 - north) * (_across - 1));
        var (column, row) = (Math.Clamp((int)x, 0, _across - 2), Math.Clamp((int)y, 0, _across - 2));
        var at = row * _across + column;
        var (a, b, c, d) = (_heights[at], _heights[at + 1], _heights[at + _across], _heights[at + _across + 1]);
        if (a == Void || b == Void || c == Void || d == Void)
            return double.NaN;
        var (fx, fy) = (Math.Clamp(x - column, 0, 1), Math.Clamp(y - row, 0, 1));
        return (1 - fy) * ((1 - fx) * a + fx * b) + fy * ((1 - fx) * c + fx * d);
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
