namespace Overflight.Geodesy.Terrain;

/// <summary>The heights of one file, read page by page: a page is a rectangle of samples that lie together in the file.</summary>
internal abstract class SampleSource(string file, int columns, int rows, int pageColumns, int pageRows)
{
    /// <summary>The file's path, for problems.</summary>
    public string File => file;

    /// <summary>Samples from west to east, or whatever way the placement gives them.</summary>
    public int Columns => columns;

    /// <summary>Samples from north to south, or whatever way the placement gives them.</summary>
    public int Rows => rows;

    /// <summary>Columns of a page; the last ones may reach beyond the grid.</summary>
    public int PageColumns => pageColumns;

    /// <summary>Rows of a page.</summary>
    public int PageRows => pageRows;

    /// <summary>Pages beside one another.</summary>
    public int PagesAcross => (columns + pageColumns - 1) / pageColumns;

    /// <summary>Pages below one another.</summary>
    public int PagesDown => (rows + pageRows - 1) / pageRows;

    /// <summary>
    /// Writes the heights of a page, metres above the sea, row by row into what is NaN before: NaN stays where there is none. What is
    /// wrong with parts of the page goes to the problems.
    /// </summary>
    /// <exception cref="InvalidDataException">The page cannot be decoded.</exception>
    /// <exception cref="IOException">The file cannot be read.</exception>
    public abstract void Read(int pageColumn, int pageRow, Span<float> heights, TerrainProblems problems);

    /// <summary>Reads bytes of the file at an offset.</summary>
    /// <exception cref="InvalidDataException">The file ends before.</exception>
    protected void ReadBytes(long offset, Span<byte> bytes)
    {
        using var handle = System.IO.File.OpenHandle(file);
        if (FileBytes.Read(handle, offset, bytes) != bytes.Length)
            throw new InvalidDataException($"the file ends before offset {offset + bytes.Length}");
    }
}
