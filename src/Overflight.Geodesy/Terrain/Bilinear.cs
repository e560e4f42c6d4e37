namespace Overflight.Geodesy.Terrain;

/// <summary>The surface over a cell of four samples: a, b in the first row, c, d in the second.</summary>
internal static class Bilinear
{
    // A place on a sample has that sample's height, whatever rounding does to it, though others of the cell are void.
    private const double OnSample = 1e-6;

    /// <summary>Height at parts of the cell, 0 to 1, from the first column and row; NaN where a sample that counts is.</summary>
    public static double Between(float a, float b, float c, float d, double column, double row)
    {
        var (fx, fy) = (Math.Clamp(column, 0, 1), Math.Clamp(row, 0, 1));
        var height = (1 - fy) * ((1 - fx) * a + fx * b) + fy * ((1 - fx) * c + fx * d);
        return double.IsNaN(height) ? AtEdge(a, b, c, d, fx, fy) : height;
    }

    /// <summary>No sample that there is, is higher.</summary>
    public static float Greatest(float a, float b, float c, float d)
    {
        var greatest = float.NegativeInfinity;
        foreach (var height in (ReadOnlySpan<float>)[a, b, c, d])
            if (height > greatest)
                greatest = height;
        return greatest;
    }

    private static double AtEdge(float a, float b, float c, float d, double fx, double fy)
    {
        var (isWest, isEast, isFirst, isSecond) = (fx < OnSample, fx > 1 - OnSample, fy < OnSample, fy > 1 - OnSample);
        if (isWest || isEast)
        {
            var (first, second) = isWest ? (a, c) : (b, d);
            return isFirst ? first : isSecond ? second : (1 - fy) * first + fy * second;
        }
        var (west, east) = isFirst ? (a, b) : isSecond ? (c, d) : (float.NaN, float.NaN);
        return (1 - fx) * west + fx * east;
    }
}
