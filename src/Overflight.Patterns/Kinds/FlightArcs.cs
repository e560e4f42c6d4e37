namespace Overflight.Patterns.Kinds;

/// <summary>A wide arc flown with care about a point.</summary>
/// <param name="First">Its first fix, in the stretch.</param>
/// <param name="Last">Its last fix.</param>
/// <param name="X">Its centre, metres east.</param>
/// <param name="Y">Its centre, metres north.</param>
/// <param name="Radius">Metres.</param>
/// <param name="Angle">Radians flown of it.</param>
internal readonly record struct FlightArc(int First, int Last, double X, double Y, double Radius, double Angle);

/// <summary>Finds wide arcs: windows that one circle fits to a hundredth of its radius, made as long as they stay so.</summary>
internal static class FlightArcs
{
    private const double LeastRadius = 6_000;
    private const double GreatestRadius = 120_000;
    private const double LeastAngle = Math.PI / 3;
    private const int LeastFixes = 12;
    private const int Samples = 24;

    public static void Find(StretchPlane plane, List<FlightArc> arcs)
    {
        arcs.Clear();
        var sums = new CircleFit[plane.Count + 1];
        for (var i = 0; i < plane.Count; i++)
        {
            sums[i + 1] = sums[i];
            sums[i + 1].Add(plane.X[i], plane.Y[i], Math.Max(0.1, plane.Weight[i]));
        }
        for (var first = 0; first + LeastFixes < plane.Count;)
        {
            var best = default(FlightArc);
            for (var length = LeastFixes; first + length < plane.Count; length += Math.Max(4, length / 6))
            {
                if (Fit(plane, sums, first, first + length) is { } arc)
                    best = arc;
                else if (length > 10 * LeastFixes || best.Last > 0)
                    break;
            }
            if (best.Angle >= LeastAngle)
            {
                arcs.Add(best);
                first = best.Last;
            }
            else
                first += LeastFixes / 2;
        }
    }

    private static FlightArc? Fit(StretchPlane plane, CircleFit[] sums, int first, int last)
    {
        var (x, y) = (sums[last + 1] - sums[first]).Centre(farthest: 10);
        var radius = Distance(plane, first, x, y);
        if (radius is < LeastRadius or > GreatestRadius)
            return null;
        for (var s = 1; s <= Samples; s++)
            if (Math.Abs(Distance(plane, first + (last - first) * s / Samples, x, y) - radius) > 0.01 * radius)
                return null;
        return new FlightArc(first, last, x, y, radius, plane.Motion.FlownBetween(plane.First + first, plane.First + last) / radius);
    }

    private static double Distance(StretchPlane plane, int i, double x, double y) =>
        Math.Sqrt((plane.X[i] - x) * (plane.X[i] - x) + (plane.Y[i] - y) * (plane.Y[i] - y));
}
