namespace Overflight.Patterns.Kinds;

/// <summary>
/// How a stretch goes round a centre that may move: everything that tells an orbit from a racetrack, a figure eight or no
/// shape at all. It goes by where each fix is seen from the centre and which way it heads there, so that four fixes a turn
/// are enough, and where headings are reported even one.
/// </summary>
internal sealed class RoundMeasure
{
    private const int Sectors = 12;
    private const int LeastFixes = 17;

    private CircleFit[] _sums = [];
    private double[] _centreX = [];
    private double[] _centreY = [];
    private double _meanStep;

    /// <summary>Angular momentum about the centre as a share of what it would be if it all had one sense: −1 clockwise, 1 anticlockwise, whatever the shape; NaN where headings are not known.</summary>
    public double Swirl { get; private set; }

    /// <summary>Mean sine of the angle from the radius to the heading, whichever its sense: 1 on a circle, 0.64 where headings have nothing to do with the centre.</summary>
    public double Roundness { get; private set; }

    /// <summary>Share of the time in which the heading is known.</summary>
    public double HeadingKnown { get; private set; }

    /// <summary>Mean distance from the centre, metres.</summary>
    public double Radius { get; private set; }

    /// <summary>Its standard deviation as a share of it.</summary>
    public double Spread { get; private set; }

    /// <summary>Long axis over short axis of the places seen from the centre.</summary>
    public double Elongation { get; private set; }

    /// <summary>Direction of the long axis, radians from east, anticlockwise.</summary>
    public double Axis { get; private set; }

    /// <summary>Share of a turn that its directions from the centre leave no greater gap in. Not how many sectors it was seen in: fixes may come five a turn, always at the same five places.</summary>
    public double Coverage { get; private set; }

    /// <summary>Turns made while fixes came; NaN where it went round both ways or its headings are not known.</summary>
    public double Turns { get; private set; }

    /// <summary>Whether it went round one way on a circle, not just about one.</summary>
    public bool IsCircle => Math.Abs(Swirl) >= RoundKinds.LeastSwirl && Spread < 0.15 && Roundness > 0.9;

    /// <summary>The angle that is flown from fix to fix, radians, by the mean time between fixes.</summary>
    public double StepTurn => Speed * _meanStep / Math.Max(1, Radius);

    /// <summary>Mean speed, metres a second.</summary>
    public double Speed { get; private set; }

    /// <summary>The time that fixes stand for.</summary>
    public double ObservedSeconds { get; private set; }

    public (double X, double Y) CentreAt(int i) => (_centreX[i], _centreY[i]);

    /// <summary>All of it.</summary>
    public void Measure(StretchPlane plane)
    {
        Locate(plane);
        MeasureAbout(plane);
    }

    /// <summary>The centres, the mean distance from them and the elongation only.</summary>
    public void Locate(StretchPlane plane)
    {
        var n = plane.Count;
        if (_sums.Length < n + 1)
            (_sums, _centreX, _centreY) = (new CircleFit[n + 1], new double[n], new double[n]);
        var sum = default(CircleFit);
        for (var i = 0; i < n; i++)
        {
            sum.Add(plane.X[i], plane.Y[i], plane.Weight[i]);
            _sums[i + 1] = sum;
        }
        ObservedSeconds = sum.Weight;
        _meanStep = ObservedSeconds / Math.Max(1, n - 1);
        Speed = MeanSpeed(plane);
        SetCentres(plane, sum);
        MeasureSpread(plane);
    }

    private static double MeanSpeed(StretchPlane plane)
    {
        var (sum, weight) = (0.0, 0.0);
        for (var i = 0; i < plane.Count; i++)
            (sum, weight) = (sum + plane.Weight[i] * plane.Speed(i), weight + plane.Weight[i]);
        return sum / Math.Max(1e-9, weight);
    }

    /// <summary>
    /// One centre where one circle fits; otherwise at each fix the centre of the turn before and the turn after it. How long a
    /// turn takes follows from the radius, which follows from the centres: three rounds settle it.
    /// </summary>
    private void SetCentres(StretchPlane plane, in CircleFit all)
    {
        var n = plane.Count;
        var (x, y) = all.Centre();
        for (var i = 0; i < n; i++)
            (_centreX[i], _centreY[i]) = (x, y);
        var (radius, spread) = Radii(plane);
        if (spread <= 0.12 || Speed <= 0)
            return;
        radius = Math.Min(radius, all.Spread);
        for (var round = 0; round < 3; round++)
        {
            var half = Math.Clamp(2 * Math.PI * radius / Speed, 20, 7200);
            var (from, to) = (0, 0);
            // Near the ends the window stays whole: the way in and out is not to bend the centre there.
            var (earliest, latest) = (plane.Seconds(0) + half, plane.Seconds(n - 1) - half);
            for (var i = 0; i < n; i++)
            {
                var t = earliest < latest ? Math.Clamp(plane.Seconds(i), earliest, latest) : 0.5 * (earliest + latest);
                while (plane.Seconds(from) < t - half)
                    from++;
                while (to < n && plane.Seconds(to) <= t + half)
                    to++;
                var lacking = Math.Max(0, LeastFixes - (to - from) + 1) / 2;
                var (a, b) = (Math.Max(0, from - lacking), Math.Min(n, to + lacking));
                var window = _sums[b] - _sums[a];
                (_centreX[i], _centreY[i]) = window.Weight > 0 ? window.Centre() : (x, y);
            }
            (radius, _) = Radii(plane);
        }
    }

    private (double Mean, double Spread) Radii(StretchPlane plane)
    {
        var (sum, squares, weight) = (0.0, 0.0, 0.0);
        for (var i = 0; i < plane.Count; i++)
        {
            var (dx, dy) = (plane.X[i] - _centreX[i], plane.Y[i] - _centreY[i]);
            var square = dx * dx + dy * dy;
            (sum, squares, weight) = (sum + plane.Weight[i] * Math.Sqrt(square), squares + plane.Weight[i] * square, weight + plane.Weight[i]);
        }
        var mean = sum / weight;
        return (mean, Math.Sqrt(Math.Max(0, squares / weight - mean * mean)) / Math.Max(1, mean));
    }

    private void MeasureSpread(StretchPlane plane)
    {
        (Radius, Spread) = Radii(plane);
        var (xx, xy, yy) = (0.0, 0.0, 0.0);
        for (var i = 0; i < plane.Count; i++)
        {
            var (dx, dy, weight) = (plane.X[i] - _centreX[i], plane.Y[i] - _centreY[i], plane.Weight[i]);
            (xx, xy, yy) = (xx + weight * dx * dx, xy + weight * dx * dy, yy + weight * dy * dy);
        }
        var (half, difference) = (0.5 * (xx + yy), 0.5 * (xx - yy));
        var root = Math.Sqrt(difference * difference + xy * xy);
        Elongation = Math.Sqrt((half + root) / Math.Max(1e-9, half - root));
        Axis = 0.5 * Math.Atan2(2 * xy, xx - yy);
    }

    private void MeasureAbout(StretchPlane plane)
    {
        var (sine, known, momentum, most) = (0.0, 0.0, 0.0, 0.0);
        var sectors = 0;
        for (var i = 0; i < plane.Count; i++)
        {
            var (dx, dy) = (plane.X[i] - _centreX[i], plane.Y[i] - _centreY[i]);
            var (r, weight) = (Math.Sqrt(dx * dx + dy * dy), plane.Weight[i]);
            if (r > 0.3 * Radius)
                sectors |= 1 << Math.Clamp((int)((Math.Atan2(dy, dx) / (2 * Math.PI) + 0.5) * Sectors), 0, Sectors - 1);
            if (Heading(plane, i) is var (hx, hy) && !double.IsNaN(hx) && r > 0)
            {
                var cross = weight * (dx * hy - dy * hx);
                (sine, known, momentum, most) = (sine + Math.Abs(cross) / r, known + weight, momentum + cross, most + Math.Abs(cross));
            }
        }
        Coverage = 1 - LongestEmpty(sectors) / (double)Sectors;
        HeadingKnown = ObservedSeconds > 0 ? known / ObservedSeconds : 0;
        (Swirl, Roundness) = HeadingKnown > 0.3 && most > 0 ? (momentum / most, sine / known) : (double.NaN, double.NaN);
        Turns = Math.Abs(Swirl) >= RoundKinds.LeastSwirl ? CountTurns(plane) : double.NaN;
    }

    private static int LongestEmpty(int sectors)
    {
        var (longest, run) = (0, 0);
        // Twice round, so that a gap across the start is whole.
        for (var s = 0; s < 2 * Sectors; s++)
        {
            run = (sectors >> (s % Sectors) & 1) == 0 ? run + 1 : 0;
            longest = Math.Max(longest, Math.Min(run, Sectors));
        }
        return longest;
    }

    /// <summary>The reported heading as a unit vector, else that of the neighbours' chord where it is short against a turn.</summary>
    public (double X, double Y) Heading(StretchPlane plane, int i)
    {
        var heading = plane.Heading(i);
        if (!double.IsNaN(heading))
            return (Math.Sin(heading), Math.Cos(heading));
        var (a, b) = (Math.Max(0, i - 1), Math.Min(plane.Count - 1, i + 1));
        var (dx, dy) = (plane.X[b] - plane.X[a], plane.Y[b] - plane.Y[a]);
        var length = Math.Sqrt(dx * dx + dy * dy);
        // A chord over less than two fifths of a turn leaves no doubt which way round.
        return length > 0 && (plane.Seconds(b) - plane.Seconds(a)) * Speed < 0.4 * 2 * Math.PI * Radius ? (dx / length, dy / length) : (double.NaN, double.NaN);
    }

    /// <summary>
    /// How often it went round: at each step the angle seen from the centre, with as many whole turns added as the speed says.
    /// Steps too long to tell add nothing.
    /// </summary>
    private double CountTurns(StretchPlane plane)
    {
        var sense = double.IsNaN(Swirl) || Swirl >= 0 ? 1 : -1;
        var sum = 0.0;
        for (var i = 1; i < plane.Count; i++)
        {
            var seconds = plane.Seconds(i) - plane.Seconds(i - 1);
            if (seconds > Motion.LongestStepSeconds)
                continue;
            var (ax, ay) = (plane.X[i - 1] - _centreX[i - 1], plane.Y[i - 1] - _centreY[i - 1]);
            var (bx, by) = (plane.X[i] - _centreX[i], plane.Y[i] - _centreY[i]);
            var angle = sense * Math.Atan2(ax * by - ay * bx, ax * bx + ay * by);
            var expected = 0.5 * (plane.Speed(i) + plane.Speed(i - 1)) * seconds / Math.Max(1, Radius);
            sum += angle + 2 * Math.PI * Math.Max(0, Math.Round((expected - angle) / (2 * Math.PI)));
        }
        return sum / (2 * Math.PI);
    }
}
