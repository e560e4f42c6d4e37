namespace Overflight.Patterns.Kinds;

/// <summary>
/// Whether a flight went a long way within its bounds and hardly anywhere twice: a figure drawn on the map. Who goes to a
/// place and back flies little more than twice the distance; who works over an area comes by the same places.
/// </summary>
internal static class DrawingMeasure
{
    private const double LeastMetres = 20_000;
    private const double LeastSeconds = 3_000;
    private const double LeastMetresPerSecond = 45;
    private const double LeastWay = 3.6;
    private const double MostVisits = 1.45;
    private const double LeastObserved = 0.7;
    private const int LeastFixes = 60;
    private const int Cells = 40;

    /// <summary>How well it is borne out, or 0.</summary>
    public static double Of(StretchPlane plane)
    {
        var n = plane.Count;
        var flown = plane.Motion.FlownBetween(plane.First, plane.First + n - 1);
        var seconds = plane.Seconds(n - 1) - plane.Seconds(0);
        if (n < LeastFixes || seconds < LeastSeconds || Observed(plane) < LeastObserved * seconds || flown < LeastMetresPerSecond * seconds)
            return 0;
        var (west, east, south, north) = (double.MaxValue, double.MinValue, double.MaxValue, double.MinValue);
        for (var i = 0; i < n; i++)
            (west, east, south, north) = (Math.Min(west, plane.X[i]), Math.Max(east, plane.X[i]), Math.Min(south, plane.Y[i]), Math.Max(north, plane.Y[i]));
        var side = Math.Max(east - west, north - south);
        if (side < LeastMetres || flown < LeastWay * side)
            return 0;
        Span<bool> seen = stackalloc bool[(Cells + 1) * (Cells + 1)];
        var (visits, different, before) = (0, 0, -1);
        for (var i = 0; i < n; i++)
        {
            var cell = (int)((plane.X[i] - west) / side * Cells) * (Cells + 1) + (int)((plane.Y[i] - south) / side * Cells);
            if (cell == before)
                continue;
            before = cell;
            visits++;
            if (!seen[cell])
                different++;
            seen[cell] = true;
        }
        var ratio = visits / (double)different;
        return ratio <= MostVisits ? Math.Min(1, 0.5 + (MostVisits - ratio)) * (1 - Math.Exp(-0.4 * flown / side)) : 0;
    }

    private static double Observed(StretchPlane plane)
    {
        var sum = 0.0;
        for (var i = 0; i < plane.Count; i++)
            sum += plane.Weight[i];
        return sum;
    }
}
