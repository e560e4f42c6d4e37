namespace Overflight.Geodesy.Terrain;

/// <summary>The pages in memory of all grids of a folder, at most so many bytes of them. Thread-safe; those that are there are found without a lock.</summary>
internal sealed class PageCache(long mostBytes, TerrainProblems problems)
{
    // What a page takes besides its samples, about.
    private const int PageBytes = 100;

    private readonly List<TerrainPage> _held = [];
    private readonly Lock _lock = new();
    private long _bytes;
    private int _loads;

    /// <summary>How many pages have been loaded: the clock by which pages age.</summary>
    public int Loads => Volatile.Read(ref _loads);

    /// <summary>Bytes held.</summary>
    public long HeldBytes
    {
        get
        {
            lock (_lock)
                return _bytes;
        }
    }

    /// <summary>Reads a page, unless another thread has done so.</summary>
    public TerrainPage Load(TerrainGrid grid, int index)
    {
        lock (_lock)
        {
            if (grid.Held(index) is { } held)
                return held;
            var source = grid.Source;
            var size = source.PageColumns * source.PageRows;
            MakeRoom(size * (long)sizeof(float) + PageBytes);
            var page = new TerrainPage(grid, index, Read(source, index, size)) { Used = ++_loads };
            _held.Add(page);
            _bytes += Bytes(page);
            grid.Hold(index, page);
            return page;
        }
    }

    private float[] Read(SampleSource source, int index, int size)
    {
        var (row, column) = Math.DivRem(index, source.PagesAcross);
        try
        {
            var heights = GC.AllocateUninitializedArray<float>(size);
            Array.Fill(heights, float.NaN);
            source.Read(column, row, heights, problems);
            return heights;
        }
        catch (Exception error) when (error is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            problems.Add(source.File, $"samples from column {column * source.PageColumns}, row {row * source.PageRows} on: {error.Message}");
            return [];
        }
    }

    /// <summary>Where there would be too much, what was not asked for longest goes, a quarter at once so that it is not sorted for every page.</summary>
    private void MakeRoom(long bytes)
    {
        if (_bytes + bytes <= mostBytes)
            return;
        _held.Sort((a, b) => b.Used.CompareTo(a.Used));
        while (_held.Count > 0 && _bytes + bytes > mostBytes * 3 / 4)
        {
            var last = _held[^1];
            _held.RemoveAt(_held.Count - 1);
            last.Grid.Hold(last.Index, null);
            _bytes -= Bytes(last);
        }
    }

    private static long Bytes(TerrainPage page) => page.Heights.Length * (long)sizeof(float) + PageBytes;
}
