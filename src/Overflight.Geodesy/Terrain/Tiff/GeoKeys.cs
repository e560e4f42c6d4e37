namespace Overflight.Geodesy.Terrain.Tiff;

/// <summary>The keys of a GeoTIFF file (OGC 19-008r4, 7.1.2) that hold a number.</summary>
internal sealed class GeoKeys
{
    private const int MostValues = 4 * 1024;

    private readonly Dictionary<int, double> _numbers = [];

    /// <summary>Reads the key directory and the doubles it points to.</summary>
    /// <exception cref="InvalidDataException">There is none, or it is damaged.</exception>
    public GeoKeys(TiffFile tiff)
    {
        tiff.Need(TiffTag.GeoKeyDirectory);
        var directory = tiff.Shorts(TiffTag.GeoKeyDirectory, MostValues);
        var doubles = tiff.Doubles(TiffTag.GeoDoubleParams, MostValues);
        if (directory.Length < 4 || directory[0] != 1 || directory.Length < 4 + 4 * directory[3])
            throw new InvalidDataException("GeoKeyDirectory (tag 34735) is damaged");
        for (var at = 4; at < 4 + 4 * directory[3]; at += 4)
        {
            var (key, location, value) = (directory[at], directory[at + 1], directory[at + 3]);
            if (location == 0)
                _numbers.TryAdd(key, value);
            else if (location == (int)TiffTag.GeoDoubleParams)
                _numbers.TryAdd(key, value < doubles.Length ? doubles[value] : throw new InvalidDataException($"key {key} points beyond GeoDoubleParams (tag 34736)"));
        }
    }

    /// <summary>A key's number; null where it is not given.</summary>
    public double? this[GeoKey key] => _numbers.TryGetValue((int)key, out var number) ? number : null;

    /// <summary>A key's code; 0 where it is not given.</summary>
    public int Code(GeoKey key) => this[key] is >= 0 and <= ushort.MaxValue and var code ? (int)code : 0;

    /// <summary>What to throw where a key has a value that is not read.</summary>
    public InvalidDataException NotRead(GeoKey key) => new($"{key} (key {(int)key} of tag 34735) is {this[key]?.ToString() ?? "not given"}, which is not read");
}
