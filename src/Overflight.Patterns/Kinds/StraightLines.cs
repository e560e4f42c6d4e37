namespace Overflight.Patterns.Kinds;

/// <summary>Finds the straight pieces of a stretch: headings that stay together, borne out by the way from end to end.</summary>
internal static class StraightLines
{
    private const double LeastMetres = 1_500;
    private const double LeastSeconds = 30;
    private const double LongestGapSeconds = 300;
    private const double ShortestChordMetres = 250;
    private static readonly double s_tolerance = double.DegreesToRadians(8);

    public static void Find(StretchPlane plane, List<StraightLine> lines)
    {
        lines.Clear();
        var start = 0;
        var (sine, cosine) = (0.0, 0.0);
        var last = 0;
        for (var i = 1; i < plane.Count; i++)
        {
            // Fixes so near each other that rounding makes their direction are passed over.
            var (dx, dy) = (plane.X[i] - plane.X[last], plane.Y[i] - plane.Y[last]);
            var length = Math.Sqrt(dx * dx + dy * dy);
            if (length < ShortestChordMetres && i < plane.Count - 1)
                continue;
            var chord = Math.Atan2(dx, dy);
            var seconds = plane.Seconds(i) - plane.Seconds(last);
            var continues = seconds <= LongestGapSeconds && Agrees(plane.Heading(i), chord) && Agrees(plane.Heading(last), chord)
                && (sine == 0 && cosine == 0 || Agrees(Math.Atan2(sine, cosine), chord))
                // Times can be seconds off, so one step may seem short; half of it leaves no room for a turn and back.
                && length >= 0.5 * plane.Speed(i) * seconds;
            if (continues)
                (sine, cosine) = (sine + length * Math.Sin(chord), cosine + length * Math.Cos(chord));
            else
            {
                Add(plane, start, last, lines);
                start = Agrees(plane.Heading(last), chord) && seconds <= LongestGapSeconds ? last : i;
                (sine, cosine) = start == last ? (length * Math.Sin(chord), length * Math.Cos(chord)) : (0, 0);
            }
            last = i;
        }
        Add(plane, start, last, lines);
    }

    private static bool Agrees(double heading, double chord) =>
        double.IsNaN(heading) || Math.Abs(Math.IEEERemainder(heading - chord, 2 * Math.PI)) <= s_tolerance;

    private static void Add(StretchPlane plane, int first, int last, List<StraightLine> lines)
    {
        if (last - first < 2 || plane.Seconds(last) - plane.Seconds(first) < LeastSeconds)
            return;
        var line = new StraightLine(first, last, plane.X[first], plane.Y[first], plane.X[last], plane.Y[last]);
        if (line.LengthMetres < LeastMetres)
            return;
        // A wide arc drifts from heading to heading; its middle is off the line.
        var middle = (first + last) / 2;
        if (Math.Abs(line.Across(plane.X[middle], plane.Y[middle])) <= 0.04 * line.LengthMetres + 50)
            lines.Add(line);
    }
}
