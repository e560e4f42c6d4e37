namespace Overflight.Archive.Columns;

/// <summary>Rows moved within a table and from one to another.</summary>
internal static class FixTableMoving
{
    /// <summary>Drops the first rows; the rest move to the front.</summary>
    public static void DropFirst(this FixTable table, int count)
    {
        var left = table.Count - count;
        foreach (var column in table.Arrays())
            Array.Copy(column, count, column, 0, left);
        table.Count = left;
    }

    /// <summary>Adds the chosen rows of another table, which must share its text pool.</summary>
    public static void Append(this FixTable table, FixTable from, ReadOnlySpan<int> rows)
    {
        if (table.Count + rows.Length > table.Capacity)
            table.Reserve(Math.Max(table.Count + rows.Length, table.Capacity * 2));
        Array[] sources = from.Arrays(), targets = table.Arrays();
        for (var c = 0; c < sources.Length; c++)
            Pick(sources[c], targets[c], table.Count, rows);
        table.Count += rows.Length;
    }

    private static void Pick(Array source, Array target, int at, ReadOnlySpan<int> rows)
    {
        switch (source)
        {
            case long[] longs:
                Pick(longs, (long[])target, at, rows);
                break;
            case int[] ints:
                Pick(ints, (int[])target, at, rows);
                break;
            case short[] shorts:
                Pick(shorts, (short[])target, at, rows);
                break;
            default:
                Pick((float[])source, (float[])target, at, rows);
                break;
        }
    }

    private static void Pick<T>(T[] source, T[] target, int at, ReadOnlySpan<int> rows)
    {
        foreach (var row in rows)
            target[at++] = source[row];
    }

    private static Array[] Arrays(this FixTable t) =>
    [
        t.TimeMicroseconds, t.Latitude, t.Longitude, t.BarometricAltitude, t.GeometricAltitude, t.GroundSpeed, t.TrackAngle,
        t.VerticalRate, t.Accuracy, t.Containment, t.Nic, t.NacP, t.Sil, t.Squawk, t.Source, t.Status, t.Callsign, t.Address,
        t.Name, t.Registration, t.TypeDesignator, t.Description, t.Input, t.Record,
    ];
}
