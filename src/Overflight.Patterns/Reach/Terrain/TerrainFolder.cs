using Overflight.Geodesy;

namespace Overflight.Patterns.Reach.Terrain;

/// <summary>A folder of SRTM <c>.hgt</c> tiles of 1″ or 3″, read as they are needed. Thread-safe.</summary>
public sealed class TerrainFolder
{
    // A 1″ tile takes 26 MB.
    private const int MostTiles = 24;
    private const int MostProblems = 100;

    private readonly Dictionary<(int South, int West), string> _files = [];
    private readonly Dictionary<(int South, int West), (HgtTile Tile, long Used)> _tiles = [];
    private readonly HashSet<(int South, int West)> _unusable = [];
    private readonly List<string> _problems = [];
    private readonly Lock _lock = new();
    private long _clock;

    /// <summary>Lists the folder's tiles.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public TerrainFolder(string path)
    {
        foreach (var file in Directory.EnumerateFiles(path).Order(StringComparer.Ordinal))
            if (HgtTile.Corner(Path.GetFileName(file)) is { } corner)
                _files[corner] = file;
    }

    /// <summary>How many tiles the folder has.</summary>
    public int Count => _files.Count;

    /// <summary>Tiles that could not be read, each with its file and why; they count as missing.</summary>
    public IReadOnlyList<string> Problems
    {
        get
        {
            lock (_lock)
                return [.. _problems];
        }
    }

    /// <summary>Height above the sea, metres, between the samples; NaN where a tile is missing, cannot be read or has a void.</summary>
    public double HeightMetres(GeoPoint place) => TileAt(place, out var north, out var east)?.HeightMetres(north, east) ?? double.NaN;

    /// <summary>The tile that holds a place, and the place's part of the degree north and east of its corner.</summary>
    internal HgtTile? TileAt(GeoPoint place, out double north, out double east)
    {
        var (latitude, longitude) = (place.LatitudeDegrees, place.LongitudeDegrees >= 180 ? -180 : place.LongitudeDegrees);
        var corner = ((int)Math.Floor(Math.Min(latitude, 89.999999999)), (int)Math.Floor(longitude));
        (north, east) = (latitude - corner.Item1, longitude - corner.Item2);
        return Tile(corner);
    }

    private HgtTile? Tile((int South, int West) corner)
    {
        lock (_lock)
        {
            if (_tiles.TryGetValue(corner, out var held))
            {
                _tiles[corner] = (held.Tile, ++_clock);
                return held.Tile;
            }
            if (_unusable.Contains(corner) || !_files.TryGetValue(corner, out var file))
                return null;
            try
            {
                // Nothing longer than a tile is read.
                var length = new FileInfo(file).Length;
                var tile = HgtTile.Parse(length > 3601 * 3601 * 2 ? throw new InvalidDataException($"{length} bytes, more than any tile") : File.ReadAllBytes(file));
                if (_tiles.Count >= MostTiles)
                    _tiles.Remove(_tiles.MinBy(t => t.Value.Used).Key);
                _tiles[corner] = (tile, ++_clock);
                return tile;
            }
            catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
            {
                _unusable.Add(corner);
                if (_problems.Count < MostProblems)
                    _problems.Add($"{file}: {error.Message}");
                return null;
            }
        }
    }
}
