namespace Overflight.Geodesy.Terrain;

/// <summary>Finds where a short stretch of a ray over one grid passes through the surface.</summary>
internal sealed class RayCrossing(RayMarch march, bool isFromBelow)
{
    private const double WithinMetres = 1e-5;

    // Over a stretch of two kilometres a straight line falls below the chord of its heights by 8 cm, and the geoid turns by as little.
    private const double SlackMetres = 0.2;

    /// <summary>Whether a point lies on the other side of the surface than the ray began.</summary>
    public bool IsThrough(in RayPoint point) => Side(point) <= 0;

    /// <summary>The first point of the stretch on the surface; null where there is none. Both ends lie on one grid, not much over a sample apart.</summary>
    public RayPoint? Within(in RayPoint from, in RayPoint to)
    {
        var (column, row) = (from.Sample.Column, from.Sample.Row);
        var (toColumn, toRow) = (to.Sample.Column, to.Sample.Row);
        var (columns, rows) = (Math.Abs(Math.Floor(toColumn) - Math.Floor(column)), Math.Abs(Math.Floor(toRow) - Math.Floor(row)));
        // From a cell into the one beside it the ray is in no third one.
        if (!isFromBelow && columns + rows <= 1 && from.AboveCellMetres > SlackMetres && to.AboveCellMetres > SlackMetres)
            return null;
        Span<double> cuts = stackalloc double[8];
        var count = 0;
        Cut(column, toColumn, cuts, ref count);
        Cut(row, toRow, cuts, ref count);
        cuts[count++] = 1;
        cuts[..count].Sort();
        var (last, length) = (from, to.RangeMetres - from.RangeMetres);
        foreach (var cut in cuts[..count])
        {
            var next = cut == 1 ? to : march.At(from.RangeMetres + cut * length);
            if (!next.IsKnown)
                return march.Edge(last, next);
            if (next.RangeMetres - last.RangeMetres > 0 && InCell(last, next) is { } found)
                return found;
            last = next;
        }
        return null;
    }

    /// <summary>Parts of the way at which a coordinate that runs evenly passes a whole number.</summary>
    private static void Cut(double from, double to, Span<double> cuts, ref int count)
    {
        var (low, high) = (Math.Min(from, to), Math.Max(from, to));
        for (var line = Math.Floor(low) + 1; line < high; line++)
            cuts[count++] = (line - from) / (to - from);
    }

    private RayPoint? InCell(in RayPoint from, in RayPoint to)
    {
        var middle = march.At(0.5 * (from.RangeMetres + to.RangeMetres));
        if (!middle.IsKnown)
            return march.Edge(from, middle);
        var (a, b, c) = (Side(from), Side(middle), Side(to));
        if (b <= 0)
            return Root(from, middle);
        // The parabola a + p s + q s² through the three, s from 0 to 1, may dip between them.
        var (p, q) = (4 * b - 3 * a - c, 2 * a + 2 * c - 4 * b);
        var lowest = q > 0 ? -p / (2 * q) : double.NaN;
        if (lowest is > 0 and < 1 && a + lowest * (p + lowest * q) < WithinMetres)
        {
            var dip = march.At(from.RangeMetres + lowest * (to.RangeMetres - from.RangeMetres));
            if (!dip.IsKnown)
                return march.Edge(from, dip);
            if (Side(dip) <= 0)
                return Root(from, dip);
        }
        return c <= 0 ? Root(middle, to) : null;
    }

    /// <summary>Bisection: the surface may have any slope.</summary>
    private RayPoint? Root(RayPoint before, RayPoint beyond)
    {
        while (beyond.RangeMetres - before.RangeMetres > WithinMetres)
        {
            var middle = march.At(0.5 * (before.RangeMetres + beyond.RangeMetres));
            if (!middle.IsKnown)
                return march.Edge(before, middle);
            if (IsThrough(middle))
                beyond = middle;
            else
                before = middle;
        }
        return beyond;
    }

    private double Side(in RayPoint point) => isFromBelow ? -point.AboveMetres : point.AboveMetres;
}
