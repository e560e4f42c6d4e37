using Overflight.Geodesy;

namespace Overflight.Patterns.Kinds;

/// <summary>Says what a stretch looks like. Keeps its arrays for the next one; not thread-safe.</summary>
internal sealed class StretchJudge
{
    private const double LeastSeconds = 60;
    private const double ClearScore = 0.7;
    private const double LeastLoiterWay = 5;
    private const double WidestLoiterMetres = 24_000;
    private const double WidestThermalMetres = 1_500;
    private const double LeastCalibrationSeconds = 2_400;
    private const double WidestCalibrationDegrees = 4;
    // What is farther from the centre at the ends is the way in and out; the first cut moves the centre to its place.
    private static readonly double[] s_far = [1.5, 1.3, 1.2];
    private readonly List<StraightLine> _lines = [];
    private readonly List<FlightArc> _arcs = [];

    public StretchPlane Plane { get; } = new();

    public RoundMeasure Round { get; } = new();

    public ParallelMeasure Parallel { get; } = new();

    /// <summary>Adds what the stretch may be.</summary>
    public void Judge(Motion motion, Stretch stretch, ReadOnlySpan<float> feet, List<Candidate> candidates)
    {
        var (first, last) = (stretch.First, stretch.Last);
        if (last - first < 4 || motion.Seconds[last] - motion.Seconds[first] < LeastSeconds)
            return;
        // What a wider box adds to a shape that is clear already is the way in and out.
        foreach (var candidate in candidates)
            if (candidate.IsShaped && candidate.Score >= ClearScore && Shared(motion, candidate, first, last) >= 0.85 * (motion.Seconds[last] - motion.Seconds[first]))
                return;
        Plane.Set(motion, first, last);
        Round.Locate(Plane);
        if (Round.ObservedSeconds < LeastSeconds)
            return;
        AddLadder(motion, first, last, candidates);
        foreach (var far in s_far)
        {
            var (from, to) = Trimmed(far);
            if (to - from < 4)
                return;
            if (from == 0 && to == Plane.Count - 1)
                continue;
            (first, last) = (first + from, first + to);
            Plane.Set(motion, first, last);
            Round.Locate(Plane);
        }
        Round.Measure(Plane);
        if (CircleEnds.Of(Round, Plane) is var whole && whole != (first, last))
        {
            (first, last) = whole;
            Measure(motion, first, last);
        }
        var climb = (feet[last] - feet[first]) * SiUnits.MetresPerFoot / (motion.Seconds[last] - motion.Seconds[first]);
        var (kind, score) = RoundKinds.Of(Round, Plane, climb);
        if (score > 0)
        {
            // Of two boxes that hold the same, the closer one.
            var closeness = Math.Min(1, 2.2 * Round.Radius * Math.Max(1, Round.Elongation) / stretch.ScaleMetres);
            candidates.Add(new Candidate(kind, first, last, score * Math.Pow(closeness, 0.25), Round.ObservedSeconds, Round.Turns, Round.Speed));
            return;
        }
        var (eight, lobes) = FigureEightMeasure.Of(Round, Plane);
        if (eight > 0.6)
            candidates.Add(new Candidate(FlightKind.FigureEight, first, last, eight * (1 - Math.Exp(-0.3 * lobes)), Round.ObservedSeconds, double.NaN, Round.Speed));
        AddLoiter(stretch, first, last, climb, candidates);
    }

    /// <summary>What a flight that stretches do not explain was as a whole: flown to calibrate, or to draw.</summary>
    public Candidate? Whole(Motion motion, List<Candidate> chosen)
    {
        var last = motion.Count - 1;
        var seconds = motion.Seconds[last];
        if (seconds < LeastCalibrationSeconds || chosen.Sum(c => c.IsShaped ? motion.Seconds[c.Last] - motion.Seconds[c.First] : 0) > 0.5 * seconds
            || Extent(motion.LatitudeDegrees.AsSpan(0, motion.Count)) > WidestCalibrationDegrees)
            return null;
        Plane.Set(motion, 0, last);
        StraightLines.Find(Plane, _lines);
        FlightArcs.Find(Plane, _arcs);
        var found = CalibrationMeasure.Of(_lines, _arcs);
        LastCalibration = found;
        CalibrationPoint = Plane.ToPoint(found.X, found.Y);
        if (found.Score > 0)
            return new Candidate(FlightKind.Calibration, found.First, found.Last, found.Score, motion.Seconds[found.Last] - motion.Seconds[found.First], double.NaN, 0);
        if (chosen.Sum(c => motion.Seconds[c.Last] - motion.Seconds[c.First]) > 0.25 * seconds)
            return null;
        return DrawingMeasure.Of(Plane) is > 0 and var drawing ? new Candidate(FlightKind.Drawing, 0, last, drawing, seconds, double.NaN, 0) : null;
    }

    private static double Extent(ReadOnlySpan<double> values)
    {
        var (least, most) = (values[0], values[0]);
        foreach (var value in values)
            (least, most) = (Math.Min(least, value), Math.Max(most, value));
        return most - least;
    }

    /// <summary>What <see cref="Whole"/> found last.</summary>
    public CalibrationMeasure.Finding LastCalibration { get; private set; }

    /// <summary>Where the point was that it found.</summary>
    public GeoPoint CalibrationPoint { get; private set; }

    public void Measure(Motion motion, int first, int last)
    {
        Plane.Set(motion, first, last);
        Round.Measure(Plane);
    }

    public void MeasureLines()
    {
        StraightLines.Find(Plane, _lines);
        Parallel.Measure(_lines, Plane);
    }

    /// <summary>Much flown within a small box; where that is a few hundred metres and upwards without much speed, in a thermal.</summary>
    private void AddLoiter(Stretch stretch, int first, int last, double climbMetresPerSecond, List<Candidate> candidates)
    {
        if (stretch.ScaleMetres > WidestLoiterMetres)
            return;
        var way = Plane.Motion.FlownBetween(first, last) / stretch.ScaleMetres;
        var isThermal = stretch.ScaleMetres < WidestThermalMetres && Round.Speed < RoundKinds.ThermalMetresPerSecond && climbMetresPerSecond > RoundKinds.LeastThermalClimb;
        if (isThermal && way >= 3.5)
            candidates.Add(new Candidate(FlightKind.ThermalCircling, first, last, 0.5, Round.ObservedSeconds, double.NaN, Round.Speed));
        else if (way >= LeastLoiterWay)
            candidates.Add(new Candidate(FlightKind.Loiter, first, last, 0.6 * (1 - Math.Exp(-(way - StretchFinder.LeastWay) / 6)), Round.ObservedSeconds, double.NaN, Round.Speed));
    }

    private void AddLadder(Motion motion, int first, int last, List<Candidate> candidates)
    {
        MeasureLines();
        if (Parallel.Rungs < 4 || Parallel.Reversed < 0.5 || Parallel.Share < 0.4 || Parallel.WidestGap > 0.55 * Parallel.Width || Parallel.Rungs < 0.55 * Parallel.Lines)
            return;
        var score = Math.Min(1, Parallel.Share / 0.7) * Math.Min(1, 0.25 + Parallel.Reversed) * (1 - Math.Exp(-0.45 * Parallel.Rungs));
        var seconds = motion.Seconds[first + Parallel.Range.Last] - motion.Seconds[first + Parallel.Range.First];
        candidates.Add(new Candidate(FlightKind.Ladder, first + Parallel.Range.First, first + Parallel.Range.Last, score, Math.Min(seconds, Round.ObservedSeconds), double.NaN, Round.Speed));
    }

    private static double Shared(Motion motion, in Candidate candidate, int first, int last) =>
        motion.Seconds[Math.Min(candidate.Last, last)] - motion.Seconds[Math.Max(candidate.First, first)];

    /// <summary>Without the way in and the way out.</summary>
    private (int From, int To) Trimmed(double far)
    {
        // The middle half is what the ends are held to.
        var (radius, n) = (0.0, Plane.Count);
        for (var i = n / 4; i < n - n / 4; i++)
            radius += Distance(i);
        var limit = far * radius / (n - 2 * (n / 4)) * Math.Clamp(Round.Elongation, 1, 1.6);
        var (from, to) = (0, Plane.Count - 1);
        while (from < to && Distance(from) > limit)
            from++;
        while (to > from && Distance(to) > limit)
            to--;
        return (from, to);
    }

    private double Distance(int i)
    {
        var (x, y) = Round.CentreAt(i);
        return Math.Sqrt((Plane.X[i] - x) * (Plane.X[i] - x) + (Plane.Y[i] - y) * (Plane.Y[i] - y));
    }
}
