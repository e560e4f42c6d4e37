using Overflight.Archive.Columns;
using Overflight.Archive.Storage;

namespace Overflight.Archive.Writing;

/// <summary>
/// The order of rows in the archive: along the space curve, cut into row groups of equal size, and within a row group by aircraft
/// and time. The first lets a reader skip by position, the second makes differences small and keeps an aircraft's fixes together.
/// Equal rows keep their order, so that the same input gives the same files.
/// </summary>
internal static class RowOrder
{
    /// <summary>Fixes in a row group.</summary>
    public const int RowsPerGroup = 32_768;

    /// <summary>Some rows of a table along the space curve: cell in the upper half of each number, row in the lower.</summary>
    public static ulong[] AlongCurve(FixTable table, ReadOnlySpan<int> rows)
    {
        var keys = new ulong[rows.Length];
        for (var i = 0; i < rows.Length; i++)
            keys[i] = ((ulong)SpaceCurve.Cell(table.Latitude[rows[i]], table.Longitude[rows[i]]) << 32) | (uint)rows[i];
        Array.Sort(keys);
        return keys;
    }

    /// <summary>Cuts rows along the curve into row groups.</summary>
    /// <param name="table">The rows' table.</param>
    /// <param name="ranks">Ranks of the texts, by number.</param>
    /// <param name="alongCurve">What <see cref="AlongCurve"/> gave, or a part of it.</param>
    public static RowGroup[] Cut(FixTable table, int[] ranks, ReadOnlyMemory<ulong> alongCurve)
    {
        var groups = new RowGroup[(alongCurve.Length + RowsPerGroup - 1) / RowsPerGroup];
        for (var g = 0; g < groups.Length; g++)
        {
            var part = alongCurve.Span.Slice(g * RowsPerGroup, Math.Min(RowsPerGroup, alongCurve.Length - g * RowsPerGroup));
            var rows = new int[part.Length];
            for (var i = 0; i < rows.Length; i++)
                rows[i] = (int)(uint)part[i];
            Array.Sort(rows);
            SortByAircraftAndTime(table, ranks, rows);
            groups[g] = new RowGroup(rows, BoundsOf(table, rows, (uint)(part[0] >> 32), (uint)(part[^1] >> 32)));
        }
        return groups;
    }

    private static RowGroupBounds BoundsOf(FixTable table, int[] rows, uint firstCell, uint lastCell)
    {
        var (box, first, last) = (UnitBox.Empty, long.MaxValue, long.MinValue);
        foreach (var row in rows)
        {
            box = box.With(table.Latitude[row], table.Longitude[row]);
            first = Math.Min(first, table.TimeMicroseconds[row]);
            last = Math.Max(last, table.TimeMicroseconds[row]);
        }
        var empty = 0u;
        for (var c = 0; c < FixSchema.Columns.Count; c++)
            if (FixSchema.Columns[c].IsEmpty(table, rows))
                empty |= 1u << c;
        return new RowGroupBounds(rows.Length, firstCell, lastCell, box, first, last, empty);
    }

    private static void SortByAircraftAndTime(FixTable table, int[] ranks, int[] rows)
    {
        var aircraft = new (int Address, int Name)[rows.Length];
        for (var i = 0; i < rows.Length; i++)
            aircraft[i] = (ranks[table.Address[rows[i]]], ranks[table.Name[rows[i]]]);
        var places = new Dictionary<(int, int), int>();
        foreach (var one in aircraft.Distinct().Order())
            places.Add(one, places.Count);
        var earliest = long.MaxValue;
        foreach (var row in rows)
            earliest = Math.Min(earliest, table.TimeMicroseconds[row]);
        // A day has fewer than 2^37 microseconds, a row group at most 2^16 aircraft.
        var keys = new ulong[rows.Length];
        for (var i = 0; i < rows.Length; i++)
            keys[i] = ((ulong)places[aircraft[i]] << 37) | (ulong)(table.TimeMicroseconds[rows[i]] - earliest);
        Array.Sort(keys, rows);
        // The sort does not keep the order of equals; their rows' numbers are that order.
        for (var i = 0; i < rows.Length;)
        {
            var end = i + 1;
            while (end < rows.Length && keys[end] == keys[i])
                end++;
            Array.Sort(rows, i, end - i);
            i = end;
        }
    }
}
