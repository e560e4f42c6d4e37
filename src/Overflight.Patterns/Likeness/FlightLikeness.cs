using Overflight.Geodesy;
using Overflight.Patterns.Kinds;

namespace Overflight.Patterns.Likeness;

/// <summary>How like one flight is to another.</summary>
/// <param name="Score">Both together, 0 to 1: what answers are ranked by.</param>
/// <param name="Shape">By what was flown – kind, size, pace, length of stay – wherever it was.</param>
/// <param name="Metres">From the first flight's longest stay to the other's nearest that is like it.</param>
/// <param name="Pattern">The other flight's finding that is most like the first flight's longest.</param>
public readonly record struct FlightLikeness(double Score, double Shape, double Metres, FlightPattern Pattern)
{
    // Of the whole, what is left where the shape is the same and the place is far.
    private const double WithoutPlace = 0.6;
    private const double NearMetres = 25_000;

    /// <summary>Compares what two flights did; null where either did nothing but go from place to place.</summary>
    /// <param name="wanted">The flight to find more of.</param>
    /// <param name="other">Another one.</param>
    public static FlightLikeness? Of(IReadOnlyList<FlightPattern> wanted, IReadOnlyList<FlightPattern> other)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(other);
        if (wanted.Where(IsShape).MaxBy(p => p.ObservedSeconds) is not { } longest || !other.Any(IsShape))
            return null;
        var (shape, score) = (Matched(wanted, other, withPlace: false), Matched(wanted, other, withPlace: true));
        var best = other.Where(IsShape).MaxBy(p => Of(longest, p, withPlace: true))!;
        return new FlightLikeness(score, shape, Geodesic.DistanceMetres(longest.Centre, best.Centre), best);
    }

    /// <summary>Each finding with the one most like it, both ways, by how long it lasted: what only one of the flights did counts against them.</summary>
    private static double Matched(IReadOnlyList<FlightPattern> a, IReadOnlyList<FlightPattern> b, bool withPlace) =>
        Math.Sqrt(OneWay(a, b, withPlace) * OneWay(b, a, withPlace));

    private static double OneWay(IReadOnlyList<FlightPattern> from, IReadOnlyList<FlightPattern> to, bool withPlace)
    {
        var (sum, seconds) = (0.0, 0.0);
        foreach (var pattern in from)
            if (IsShape(pattern))
            {
                var best = 0.0;
                foreach (var other in to)
                    if (IsShape(other))
                        best = Math.Max(best, Of(pattern, other, withPlace));
                (sum, seconds) = (sum + pattern.ObservedSeconds * best, seconds + pattern.ObservedSeconds);
            }
        return seconds > 0 ? sum / seconds : 0;
    }

    private static double Of(FlightPattern a, FlightPattern b, bool withPlace)
    {
        var kind = a.Kind == b.Kind ? 1 : AreAkin(a.Kind, b.Kind) ? 0.6 : 0;
        if (kind == 0)
            return 0;
        var shape = kind * Alike(Size(a), Size(b), 0.8) * Alike(a.SpeedKnots, b.SpeedKnots, 0.5) * Alike(a.ObservedSeconds, b.ObservedSeconds, 2);
        if (!withPlace)
            return shape;
        var near = Math.Exp(-Geodesic.DistanceMetres(a.Centre, b.Centre) / (NearMetres + Size(a)));
        return shape * (WithoutPlace + (1 - WithoutPlace) * near);
    }

    private static bool AreAkin(FlightKind a, FlightKind b) => IsRound(a) && IsRound(b);

    private static bool IsRound(FlightKind kind) => kind is FlightKind.Orbit or FlightKind.Racetrack or FlightKind.Loiter or FlightKind.FigureEight;

    private static bool IsShape(FlightPattern pattern) => pattern.Kind != FlightKind.Transit;

    private static double Size(FlightPattern pattern) =>
        double.IsNaN(pattern.RadiusMetres) ? 0.5 * Math.Sqrt(pattern.LengthMetres * pattern.LengthMetres + pattern.WidthMetres * pattern.WidthMetres) : pattern.RadiusMetres;

    /// <summary>1 where two amounts are equal, less the more one is a multiple of the other.</summary>
    private static double Alike(double a, double b, double tolerance) =>
        a > 0 && b > 0 ? Math.Exp(-Math.Abs(Math.Log(a / b)) / tolerance) : 1;
}
