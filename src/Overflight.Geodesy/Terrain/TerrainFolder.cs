namespace Overflight.Geodesy.Terrain;

/// <summary>
/// Heights of terrain from files of SRTM (<c>.hgt</c>, 1″ or 3″), DTED (<c>.dt0 .dt1 .dt2</c>, MIL-PRF-89020B) and GeoTIFF
/// (<c>.tif .tiff</c>), mixed, read as they are needed; see <c>docs/terrain.md</c>. Where they overlap, the finest one that has a height answers. Thread-safe.
/// </summary>
public sealed class TerrainFolder
{
    /// <summary>How much of the samples is kept in memory, bytes.</summary>
    public const long DefaultMemoryBytes = 256L << 20;

    private readonly TerrainProblems _problems = new();
    private readonly PageCache _cache;
    private readonly GridIndex _index;

    /// <summary>Lists the files of a folder and those below it, or takes one file, and reads their headers.</summary>
    /// <param name="path">A folder, or a file with one of the known endings.</param>
    /// <param name="memoryBytes">How much of the samples may be kept in memory; one page of up to 64 MB is kept in any case.</param>
    /// <exception cref="DirectoryNotFoundException">There is no such folder or file.</exception>
    /// <exception cref="UnauthorizedAccessException">A folder may not be listed.</exception>
    public TerrainFolder(string path, long memoryBytes = DefaultMemoryBytes)
    {
        ArgumentNullException.ThrowIfNull(path);
        _cache = new PageCache(memoryBytes, _problems);
        var grids = new List<TerrainGrid>();
        foreach (var file in TerrainFiles.List(path, _problems))
        {
            Count++;
            if (TerrainFiles.Open(file, _cache, _problems) is { } grid)
                grids.Add(grid);
        }
        _index = new GridIndex(grids);
    }

    /// <summary>How many files there are whose endings are those of terrain, whether they can be read or not.</summary>
    public int Count { get; }

    /// <summary>Files and parts of files that could not be read, each with its file and why; they count as missing.</summary>
    public IReadOnlyList<string> Problems => _problems.All;

    /// <summary>Bytes of samples in memory.</summary>
    internal long HeldBytes => _cache.HeldBytes;

    /// <summary>
    /// Height above the sea (the geoid), metres, bilinear between the samples; NaN where no file has one. Half a sample beyond the
    /// outermost samples of a GeoTIFF, a neighbouring file's samples are taken, and where there is none the outermost ones.
    /// </summary>
    public double HeightMetres(GeoPoint place) => TrySample(place, out var sample) ? sample.HeightMetres : double.NaN;

    /// <summary>
    /// The same, but where all terrain about a place is known to be no higher than is asked about, any height that none there exceeds: quicker, where only
    /// what rises above a line matters.
    /// </summary>
    public double HeightMetres(GeoPoint place, double ofInterestAboveMetres)
    {
        if (!place.IsValid)
            return double.NaN;
        place = place.Normalised();
        foreach (var grid in _index.At(place))
        {
            if (!grid.TryLocate(place, out var column, out var row))
                continue;
            var (atColumn, atRow) = ((int)column, (int)row);
            if (column < 0 || row < 0 || atColumn > grid.Source.Columns - 2 || atRow > grid.Source.Rows - 2
                || !(grid.GreatestMetres(atColumn, atRow) is var greatest && greatest <= ofInterestAboveMetres))
                break;
            return greatest;
        }
        return HeightMetres(place);
    }

    /// <summary>The surface at a place; false where no file has a height.</summary>
    internal bool TrySample(GeoPoint place, out TerrainSample sample)
    {
        sample = default;
        if (!place.IsValid)
            return false;
        place = place.Normalised();
        foreach (var grid in _index.At(place))
        {
            if (!grid.TryLocate(place, out var column, out var row))
                continue;
            var (atColumn, atRow) = (Base(column, grid.Source.Columns), Base(row, grid.Source.Rows));
            var (a, b, c, d) = atColumn < 0 || atRow < 0 || atColumn > grid.Source.Columns - 2 || atRow > grid.Source.Rows - 2
                ? (Corner(grid, atColumn, atRow), Corner(grid, atColumn + 1, atRow), Corner(grid, atColumn, atRow + 1), Corner(grid, atColumn + 1, atRow + 1))
                : grid.Corners(atColumn, atRow);
            var height = Bilinear.Between(a, b, c, d, column - atColumn, row - atRow);
            if (double.IsNaN(height))
                continue;
            sample = new TerrainSample(grid, column, row, height, Bilinear.Greatest(a, b, c, d));
            return true;
        }
        return false;
    }

    /// <summary>The sample before a place: on the last sample the one before it, so that no neighbour is asked for what is known.</summary>
    private static int Base(double at, int count)
    {
        var floor = (int)Math.Floor(at);
        if (floor < 0 && at > -1e-5)
            return 0;
        return floor >= count - 1 && at < count - 1 + 1e-5 ? count - 2 : floor;
    }

    /// <summary>A sample that may lie outside its grid: then that of another grid there, else the nearest of its own.</summary>
    private float Corner(TerrainGrid grid, int column, int row)
    {
        var (inColumn, inRow) = (Math.Clamp(column, 0, grid.Source.Columns - 1), Math.Clamp(row, 0, grid.Source.Rows - 1));
        if (inColumn == column && inRow == row)
            return grid.Sample(column, row);
        var place = grid.Placement.PlaceOf(column, row);
        foreach (var other in _index.At(place))
        {
            if (!other.TryLocate(place, out var x, out var y) || x < -1e-5 || y < -1e-5 || x > other.Source.Columns - 1 + 1e-5 || y > other.Source.Rows - 1 + 1e-5)
                continue;
            var (atColumn, atRow) = (Base(x, other.Source.Columns), Base(y, other.Source.Rows));
            var (a, b, c, d) = other.Corners(atColumn, atRow);
            var height = Bilinear.Between(a, b, c, d, x - atColumn, y - atRow);
            if (!double.IsNaN(height))
                return (float)height;
        }
        return grid.Sample(inColumn, inRow);
    }
}
