namespace Overflight.Geodesy.Terrain;

/// <summary>Brings heights above the ellipsoid to heights above the sea.</summary>
internal static class SeaLevel
{
    // The geoid is straight enough between places as far apart: to a millimetre or two.
    private const double StepMetres = 800;

    /// <summary>Lowers a page of samples by the geoid's height, computed at some of them and interpolated between.</summary>
    public static void Lower(Span<float> heights, GridPlacement placement, int firstColumn, int firstRow, int columns, int rows)
    {
        var spacing = Geodesic.DistanceMetres(placement.PlaceOf(firstColumn, firstRow), placement.PlaceOf(firstColumn + 1, firstRow + 1));
        var step = Math.Clamp((int)(StepMetres / Math.Max(1e-3, spacing)), 1, 64);
        var across = (columns - 1) / step + 2;
        var (above, below) = (new double[across], new double[across]);
        Row(above, 0);
        for (var row = 0; row < rows; row++)
        {
            if (row % step == 0)
            {
                if (row > 0)
                    (above, below) = (below, above);
                Row(below, row + step);
            }
            var fy = row % step / (double)step;
            for (var column = 0; column < columns; column++)
            {
                var (node, rest) = Math.DivRem(column, step);
                var fx = rest / (double)step;
                heights[row * columns + column] -= (float)(
                    (1 - fy) * ((1 - fx) * above[node] + fx * above[node + 1]) + fy * ((1 - fx) * below[node] + fx * below[node + 1]));
            }
        }

        void Row(double[] undulations, int row)
        {
            for (var i = 0; i < undulations.Length; i++)
                undulations[i] = Geoid.UndulationMetres(placement.PlaceOf(firstColumn + i * step, firstRow + row));
        }
    }
}
