using Overflight.Geodesy;

namespace Overflight.Operations.Fences;

/// <summary>
/// Where a field over latitudes and longitudes is above zero, as rings: marching squares on a grid, crossings interpolated, cut at the grid's
/// edge. Holes are filled: for fences that is the safe side.
/// </summary>
internal static class FieldContour
{
    /// <summary>The rings; none where the field is nowhere above zero on the grid.</summary>
    /// <param name="south">The grid's southern edge.</param>
    /// <param name="west">Its western edge.</param>
    /// <param name="cellDegrees">Its spacing in latitude and longitude.</param>
    /// <param name="rows">Nodes northward.</param>
    /// <param name="columns">Nodes eastward.</param>
    /// <param name="field">The field.</param>
    public static IReadOnlyList<IReadOnlyList<GeoPoint>> Rings(double south, double west, double cellDegrees, int rows, int columns, Func<GeoPoint, double> field)
    {
        // A border of what is below closes every ring within the grid.
        var values = new double[rows + 2, columns + 2];
        for (var row = -1; row <= rows; row++)
        {
            for (var column = -1; column <= columns; column++)
            {
                var isEdge = row < 0 || column < 0 || row == rows || column == columns;
                values[row + 1, column + 1] = isEdge ? double.NegativeInfinity : field(new(south + row * cellDegrees, west + column * cellDegrees));
            }
        }
        var next = new Dictionary<(int Row, int Column, bool IsUp), (int Row, int Column, bool IsUp)>();
        for (var row = 0; row <= rows; row++)
        {
            for (var column = 0; column <= columns; column++)
                Cell(values, row, column, next);
        }
        var rings = new List<IReadOnlyList<GeoPoint>>();
        while (next.Count > 0)
        {
            var (start, at) = (next.First().Key, next.First().Key);
            var ring = new List<GeoPoint>();
            do
            {
                ring.Add(Crossing(values, at, south, west, cellDegrees));
                next.Remove(at, out at);
            }
            while (at != start);
            // Counter-clockwise rings go around what is above zero, the others around holes.
            if (new GeodesicPolygon(ring) is { SignedAreaSquareMetres: > 0 } && ring.Count >= 3)
                rings.Add(ring);
        }
        return rings;
    }

    /// <summary>
    /// The edges of a cell that its contour enters and leaves by, so that what is above zero lies to the left. An edge is named by its lower
    /// or left node, and whether it goes up. Where two corners that face each other are above, they are joined.
    /// </summary>
    private static void Cell(double[,] values, int row, int column, Dictionary<(int, int, bool), (int, int, bool)> next)
    {
        var (a, b, c, d) = (values[row, column] > 0, values[row, column + 1] > 0, values[row + 1, column + 1] > 0, values[row + 1, column] > 0);
        (int, int, bool) bottom = (row, column, false), right = (row, column + 1, true), top = (row + 1, column, false), left = (row, column, true);
        switch ((a ? 1 : 0) | (b ? 2 : 0) | (c ? 4 : 0) | (d ? 8 : 0))
        {
            case 1: next[bottom] = left; break;
            case 2: next[right] = bottom; break;
            case 3: next[right] = left; break;
            case 4: next[top] = right; break;
            case 5: (next[bottom], next[top]) = (right, left); break;
            case 6: next[top] = bottom; break;
            case 7: next[top] = left; break;
            case 8: next[left] = top; break;
            case 9: next[bottom] = top; break;
            case 10: (next[right], next[left]) = (top, bottom); break;
            case 11: next[right] = top; break;
            case 12: next[left] = right; break;
            case 13: next[bottom] = right; break;
            case 14: next[left] = bottom; break;
        }
    }

    private static GeoPoint Crossing(double[,] values, (int Row, int Column, bool IsUp) edge, double south, double west, double cell)
    {
        var (from, to) = (values[edge.Row, edge.Column], edge.IsUp ? values[edge.Row + 1, edge.Column] : values[edge.Row, edge.Column + 1]);
        var part = double.IsInfinity(from) ? 1 : double.IsInfinity(to) ? 0 : from / (from - to);
        var (row, column) = (edge.Row - 1 + (edge.IsUp ? part : 0), edge.Column - 1 + (edge.IsUp ? 0 : part));
        return new(south + row * cell, west + column * cell);
    }
}
