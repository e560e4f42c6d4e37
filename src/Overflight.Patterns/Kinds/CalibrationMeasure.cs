namespace Overflight.Patterns.Kinds;

/// <summary>
/// Whether a flight is of lines to and from one point, again and again along the same ones or from all round, and of arcs
/// about it: what ICAO Doc 8071 has flown to check navigation aids.
/// </summary>
internal static class CalibrationMeasure
{
    private const double LeastLineMetres = 6_000;
    private const double NearMetres = 600;
    private const double ReachMetres = 30_000;
    private const int MostLines = 60;

    // A third of a circle that fits to a hundredth leaves its centre that open.
    private const double CentreShare = 0.06;

    /// <summary>The point, the lines by it, the arc flown about it in radians, and how well it is borne out.</summary>
    public readonly record struct Finding(double X, double Y, int Lines, double Arc, double Score, int First, int Last);

    public static Finding Of(List<StraightLine> lines, List<FlightArc> arcs)
    {
        var longLines = lines.FindAll(l => l.LengthMetres >= LeastLineMetres);
        longLines.Sort((a, b) => b.LengthMetres.CompareTo(a.LengthMetres));
        if (longLines.Count > MostLines)
            longLines.RemoveRange(MostLines, longLines.Count - MostLines);
        var best = default(Finding);
        foreach (var arc in arcs)
            best = Better(best, About(arc.X, arc.Y, longLines, arcs));
        for (var a = 0; a < longLines.Count; a++)
        {
            for (var b = a + 1; b < longLines.Count; b++)
                if (Meeting(longLines[a], longLines[b]) is var (x, y))
                    best = Better(best, About(x, y, longLines, arcs));
            // Lines along one another meet nowhere; either end of the line will do.
            best = Better(best, About(longLines[a].ToX, longLines[a].ToY, longLines, arcs));
            best = Better(best, About(longLines[a].FromX, longLines[a].FromY, longLines, arcs));
        }
        return best;
    }

    private static Finding Better(in Finding a, in Finding b) => b.Score > a.Score ? b : a;

    private static Finding About(double x, double y, List<StraightLine> lines, List<FlightArc> arcs)
    {
        var (by, first, last) = (0, int.MaxValue, -1);
        foreach (var line in lines)
        {
            var along = line.Along(x, y);
            if (Math.Abs(line.Across(x, y)) > NearMetres || along < -ReachMetres || along > line.LengthMetres + ReachMetres)
                continue;
            by++;
            (first, last) = (Math.Min(first, line.First), Math.Max(last, line.Last));
        }
        var angle = 0.0;
        foreach (var arc in arcs)
            if (Math.Sqrt((arc.X - x) * (arc.X - x) + (arc.Y - y) * (arc.Y - y)) < Math.Max(NearMetres, CentreShare * arc.Radius))
            {
                angle += arc.Angle;
                (first, last) = (Math.Min(first, arc.First), Math.Max(last, arc.Last));
            }
        // Six lines, or a turn and a half of arcs, or half of each.
        var borneOut = by / 6.0 + angle / (3 * Math.PI);
        return borneOut >= 1 ? new Finding(x, y, by, angle, 1 - Math.Exp(-1.2 * borneOut), first, last) : default;
    }

    private static (double X, double Y)? Meeting(StraightLine a, StraightLine b)
    {
        var (ax, ay, bx, by) = (a.ToX - a.FromX, a.ToY - a.FromY, b.ToX - b.FromX, b.ToY - b.FromY);
        var cross = ax * by - ay * bx;
        if (Math.Abs(cross) < 0.2 * a.LengthMetres * b.LengthMetres)
            return null;
        var t = ((b.FromX - a.FromX) * by - (b.FromY - a.FromY) * bx) / cross;
        return (a.FromX + t * ax, a.FromY + t * ay);
    }
}
