namespace Overflight.Geodesy.Terrain;

/// <summary>The grid of samples of one file: where they lie, and those of its pages that are in memory.</summary>
internal sealed class TerrainGrid
{
    private readonly PageCache _cache;
    private readonly double _margin;
    private readonly int _pageColumns, _pageRows, _pagesAcross;
    private TerrainPage?[]? _pages;

    /// <summary>The grid of a file's samples.</summary>
    /// <param name="source">Its samples.</param>
    /// <param name="placement">Where they lie.</param>
    /// <param name="margin">How far beyond its outermost samples it still answers, in samples: ½ where each stands for the area about it.</param>
    /// <param name="cache">Keeps pages.</param>
    public TerrainGrid(SampleSource source, GridPlacement placement, double margin, PageCache cache)
    {
        (Source, Placement, _margin, _cache) = (source, placement, margin, cache);
        (_pageColumns, _pageRows, _pagesAcross) = (source.PageColumns, source.PageRows, source.PagesAcross);
        var (column, row) = (0.5 * (source.Columns - 1), 0.5 * (source.Rows - 1));
        var middle = placement.PlaceOf(column, row);
        var across = Geodesic.DistanceMetres(middle, placement.PlaceOf(column + 1, row));
        var down = Geodesic.DistanceMetres(middle, placement.PlaceOf(column, row + 1));
        SpacingMetres = Math.Sqrt(across * down);
    }

    public SampleSource Source { get; }

    public GridPlacement Placement { get; }

    /// <summary>From sample to sample in the middle of the grid, metres: the mean of both ways.</summary>
    public double SpacingMetres { get; }

    /// <summary>Column and row of a place, counted between samples; false where it lies beyond the grid and its margin.</summary>
    public bool TryLocate(GeoPoint place, out double column, out double row)
    {
        // Rounding must not put the outermost samples outside.
        var margin = _margin + 1e-6;
        return Placement.TryLocate(place, out column, out row)
            && column >= -margin && row >= -margin && column <= Source.Columns - 1 + margin && row <= Source.Rows - 1 + margin;
    }

    /// <summary>A sample's height; NaN where it has none.</summary>
    public float Sample(int column, int row)
    {
        var heights = Page(column, row, out var inColumn, out var inRow).Heights;
        return heights.Length == 0 ? float.NaN : heights[inRow * _pageColumns + inColumn];
    }

    /// <summary>The sample and its neighbours to the east, south and south-east, all of the grid.</summary>
    public (float A, float B, float C, float D) Corners(int column, int row)
    {
        var heights = Page(column, row, out var inColumn, out var inRow).Heights;
        if (inColumn == _pageColumns - 1 || inRow == _pageRows - 1)
            return (Sample(column, row), Sample(column + 1, row), Sample(column, row + 1), Sample(column + 1, row + 1));
        if (heights.Length == 0)
            return (float.NaN, float.NaN, float.NaN, float.NaN);
        var at = inRow * _pageColumns + inColumn;
        return (heights[at], heights[at + 1], heights[at + _pageColumns], heights[at + _pageColumns + 1]);
    }

    /// <summary>A height that none of the cell of <see cref="Corners"/> exceeds, without looking at it; infinity where there is no such height at hand.</summary>
    public float GreatestMetres(int column, int row)
    {
        var page = Page(column, row, out var inColumn, out var inRow);
        return inColumn == _pageColumns - 1 || inRow == _pageRows - 1 ? float.PositiveInfinity : page.GreatestMetres;
    }

    /// <summary>A page if it is in memory.</summary>
    public TerrainPage? Held(int index) => Volatile.Read(ref _pages) is { } pages ? Volatile.Read(ref pages[index]) : null;

    /// <summary>Puts a page in or takes it out; only under the cache's lock.</summary>
    public void Hold(int index, TerrainPage? page)
    {
        if (_pages is null)
            Volatile.Write(ref _pages, new TerrainPage?[Source.PagesAcross * Source.PagesDown]);
        Volatile.Write(ref _pages[index], page);
    }

    private TerrainPage Page(int column, int row, out int inColumn, out int inRow)
    {
        // Most files are one page across or one down, and a division costs as much as all the rest.
        var pageColumn = _pagesAcross == 1 ? 0 : (int)((uint)column / (uint)_pageColumns);
        var pageRow = _pageRows >= Source.Rows ? 0 : (int)((uint)row / (uint)_pageRows);
        (inColumn, inRow) = (column - pageColumn * _pageColumns, row - pageRow * _pageRows);
        var index = pageRow * _pagesAcross + pageColumn;
        var page = Held(index) ?? _cache.Load(this, index);
        // Written only when it changes, so that threads do not take the line from one another.
        if (page.Used != _cache.Loads)
            page.Used = _cache.Loads;
        return page;
    }
}
