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

    /// <summary>No height of the page is greater; infinity where one is not known.</summary>
    public float GreatestMetres { get; } = Greatest(heights);

    /// <summary>When it was last asked, by the count of pages loaded.</summary>
    public int Used { get; set; }

    private static float Greatest(float[] heights)
    {
        var greatest = float.NegativeInfinity;
        foreach (var height in heights)
        {
            if (!(height <= greatest))
                greatest = height;
            if (float.IsNaN(greatest))
                return float.PositiveInfinity;
        }
        return heights.Length == 0 ? float.PositiveInfinity : greatest;
    }
}
