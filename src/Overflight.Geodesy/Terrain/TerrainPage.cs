namespace Overflight.Geodesy.Terrain;

/// <summary>A rectangle of samples in memory.</summary>
internal sealed class TerrainPage(TerrainGrid grid, int index, float[] heights)
{
    /// <summary>The grid it is of.</summary>
    public TerrainGrid Grid => grid;

    /// <summary>Its number in the grid.</summary>
    public int Index => index;

    /// <summary>Metres above the sea, row by row; NaN where there is none. Empty where the page could not be read.</summary>
    public float[] Heights => heights;

    /// <summary>When it was last asked, by the count of pages loaded.</summary>
    public int Used { get; set; }
}
