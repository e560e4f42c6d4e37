namespace Overflight.Designations.Search;

/// <summary>
/// Pairs rows with columns one to one so that the sum is greatest: the Hungarian method with potentials (Kuhn 1955, Munkres 1957), at most
/// 16 by 16, without allocating.
/// </summary>
internal static class TokenAssignment
{
    private const int Most = NameText.MostTokens;

    /// <summary>The greatest sum.</summary>
    /// <param name="worth">Rows by columns; nothing below 0.</param>
    /// <param name="rows">Rows.</param>
    /// <param name="columns">Columns.</param>
    /// <param name="columnOfRow">Where to put each row's column; -1 where it has none, or one that is worth nothing.</param>
    public static long Solve(ReadOnlySpan<long> worth, int rows, int columns, Span<int> columnOfRow)
    {
        // One side is made long enough that each row finds a column, if need be one that is worth nothing.
        var size = Math.Max(rows, columns);
        Span<long> rowPotential = stackalloc long[Most + 1];
        Span<long> columnPotential = stackalloc long[Most + 1];
        Span<int> rowOfColumn = stackalloc int[Most + 1];
        Span<int> way = stackalloc int[Most + 1];
        Span<long> slack = stackalloc long[Most + 1];
        Span<bool> isUsed = stackalloc bool[Most + 1];
        rowPotential.Clear();
        columnPotential.Clear();
        rowOfColumn.Clear();
        for (var row = 1; row <= rows; row++)
        {
            rowOfColumn[0] = row;
            var column = 0;
            slack.Fill(long.MaxValue);
            isUsed.Clear();
            do
            {
                isUsed[column] = true;
                var current = rowOfColumn[column];
                var (least, next) = (long.MaxValue, 0);
                for (var j = 1; j <= size; j++)
                {
                    if (isUsed[j])
                        continue;
                    var cost = j <= columns ? -worth[(current - 1) * columns + j - 1] : 0;
                    var reduced = cost - rowPotential[current] - columnPotential[j];
                    if (reduced < slack[j])
                        (slack[j], way[j]) = (reduced, column);
                    if (slack[j] < least)
                        (least, next) = (slack[j], j);
                }
                for (var j = 0; j <= size; j++)
                {
                    if (isUsed[j])
                    {
                        rowPotential[rowOfColumn[j]] += least;
                        columnPotential[j] -= least;
                    }
                    else if (slack[j] != long.MaxValue)
                        slack[j] -= least;
                }
                column = next;
            }
            while (rowOfColumn[column] != 0);
            for (; column != 0; column = way[column])
                rowOfColumn[column] = rowOfColumn[way[column]];
        }
        columnOfRow[..rows].Fill(-1);
        var sum = 0L;
        for (var j = 1; j <= columns; j++)
        {
            if (rowOfColumn[j] is var row && row > 0 && worth[(row - 1) * columns + j - 1] is > 0 and var value)
            {
                columnOfRow[row - 1] = j - 1;
                sum += value;
            }
        }
        return sum;
    }
}
