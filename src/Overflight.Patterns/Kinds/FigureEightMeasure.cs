namespace Overflight.Patterns.Kinds;

/// <summary>Whether a stretch goes one way round at one end of its long axis and the other way at the other.</summary>
internal static class FigureEightMeasure
{
    /// <summary>How well that is borne out, 0 to 1, and how many lobes were flown.</summary>
    public static (double Score, int Lobes) Of(RoundMeasure round, StretchPlane plane)
    {
        if (round.Elongation < 1.3 || double.IsNaN(round.Swirl))
            return default;
        var (cosine, sine) = (Math.Cos(round.Axis), Math.Sin(round.Axis));
        Span<double> weight = stackalloc double[2], x = stackalloc double[2], y = stackalloc double[2], momentum = stackalloc double[2], most = stackalloc double[2];
        var (lobes, before) = (0, -1);
        for (var i = 0; i < plane.Count; i++)
        {
            var (cx, cy) = round.CentreAt(i);
            var along = (plane.X[i] - cx) * cosine + (plane.Y[i] - cy) * sine;
            var lobe = along > 0 ? 1 : 0;
            if (Math.Abs(along) > 0.4 * round.Radius && lobe != before)
                (lobes, before) = (lobes + 1, lobe);
            weight[lobe] += plane.Weight[i];
            x[lobe] += plane.Weight[i] * (plane.X[i] - cx);
            y[lobe] += plane.Weight[i] * (plane.Y[i] - cy);
        }
        if (weight[0] == 0 || weight[1] == 0)
            return default;
        for (var i = 0; i < plane.Count; i++)
        {
            var (cx, cy) = round.CentreAt(i);
            var (dx, dy) = (plane.X[i] - cx, plane.Y[i] - cy);
            var lobe = dx * cosine + dy * sine > 0 ? 1 : 0;
            var (hx, hy) = round.Heading(plane, i);
            if (double.IsNaN(hx))
                continue;
            var cross = plane.Weight[i] * ((dx - x[lobe] / weight[lobe]) * hy - (dy - y[lobe] / weight[lobe]) * hx);
            momentum[lobe] += cross;
            most[lobe] += Math.Abs(cross);
        }
        if (most[0] == 0 || most[1] == 0)
            return default;
        var (a, b) = (momentum[0] / most[0], momentum[1] / most[1]);
        return a * b < 0 && lobes >= 4 ? (Math.Min(Math.Abs(a), Math.Abs(b)), lobes) : default;
    }
}
