namespace Overflight.Patterns.Kinds;

/// <summary>How a stretch is made of parallel lines side by side.</summary>
internal sealed class ParallelMeasure
{
    private static readonly double s_tolerance = double.DegreesToRadians(12);
    private const double SameLineMetres = 150;
    private readonly List<double> _offsets = [];
    private readonly List<double> _gaps = [];

    /// <summary>Lines along the common axis.</summary>
    public int Lines { get; private set; }

    /// <summary>How many of them lie apart from the others.</summary>
    public int Rungs { get; private set; }

    /// <summary>How many are flown the other way than the one before, as a share.</summary>
    public double Reversed { get; private set; }

    /// <summary>Their length as a share of the way flown.</summary>
    public double Share { get; private set; }

    /// <summary>Median distance between neighbouring rungs, metres.</summary>
    public double Spacing { get; private set; }

    /// <summary>The widest distance between neighbouring rungs: of a racetrack its width, metres.</summary>
    public double WidestGap { get; private set; }

    /// <summary>The axis, radians from north, 0 to π.</summary>
    public double Axis { get; private set; }

    /// <summary>From the first to the last rung, metres.</summary>
    public double Width { get; private set; }

    /// <summary>The mean rung, metres.</summary>
    public double Length { get; private set; }

    /// <summary>The first line's first fix and the last line's last fix, in the stretch.</summary>
    public (int First, int Last) Range { get; private set; }

    public void Measure(List<StraightLine> lines, StretchPlane plane)
    {
        var (sine, cosine) = (0.0, 0.0);
        foreach (var line in lines)
            (sine, cosine) = (sine + line.LengthMetres * Math.Sin(2 * line.Heading), cosine + line.LengthMetres * Math.Cos(2 * line.Heading));
        Axis = 0.5 * Math.Atan2(sine, cosine);
        Axis = Axis < 0 ? Axis + Math.PI : Axis;
        _offsets.Clear();
        _gaps.Clear();
        var (sum, reversed, before, beside) = (0.0, 0, 0.0, 0.0);
        Range = (-1, -1);
        foreach (var line in lines)
        {
            var along = Math.IEEERemainder(line.Heading - Axis, 2 * Math.PI);
            if (Math.Abs(Math.IEEERemainder(along, Math.PI)) > s_tolerance)
                continue;
            var sense = Math.Abs(along) < Math.PI / 2 ? 1.0 : -1.0;
            var (x, y) = (0.5 * (line.FromX + line.ToX), 0.5 * (line.FromY + line.ToY));
            var offset = x * Math.Cos(Axis) - y * Math.Sin(Axis);
            sum += line.LengthMetres;
            // A line that a silence cut in two is one.
            if (sense != before || Math.Abs(offset - beside) > SameLineMetres)
            {
                if (before * sense < 0)
                    reversed++;
                _offsets.Add(offset);
            }
            (before, beside) = (sense, offset);
            Range = (Range.First < 0 ? line.First : Range.First, line.Last);
        }
        Lines = _offsets.Count;
        Reversed = Lines > 1 ? reversed / (Lines - 1.0) : 0;
        var flown = Lines > 0 ? plane.Motion.FlownBetween(plane.First + Range.First, plane.First + Range.Last) : 0;
        Share = flown > 0 ? Math.Min(1, sum / flown) : 0;
        Length = Lines > 0 ? sum / Lines : 0;
        (Rungs, Width, Spacing, WidestGap) = (0, 0, 0, 0);
        if (Lines == 0)
            return;
        _offsets.Sort();
        Width = _offsets[^1] - _offsets[0];
        var apart = Math.Max(100, 0.015 * Length);
        var rung = double.NegativeInfinity;
        foreach (var offset in _offsets)
        {
            if (offset - rung <= apart)
                continue;
            if (Rungs++ > 0)
                _gaps.Add(offset - rung);
            rung = offset;
        }
        _gaps.Sort();
        (Spacing, WidestGap) = _gaps.Count > 0 ? (_gaps[_gaps.Count / 2], _gaps[^1]) : (0, 0);
    }
}
