using System.Globalization;
using Overflight.Airspace.Tests.Shapes;
using Overflight.Airspace.Verdicts;
using Overflight.Geodesy;

namespace Overflight.Airspace.Tests.Safety;

/// <summary>A true path, what was reported of it, and whether it touched the true region.</summary>
internal sealed record SafetyCase(double MetresPerSecond, List<(double Seconds, GeoPoint Place, double Radius)> Reports, bool Touched, string Kind)
{
    /// <summary>Instants at which the path was in the true region, as far as they were looked at.</summary>
    public IReadOnlyList<double> InsideAt { get; init; } = [];

    /// <summary>A line that says what is wrong, or null.</summary>
    public string? Contradiction(AirspaceRegion region)
    {
        var flight = MadeFlight.Prepare(MetresPerSecond, [.. Reports]);
        if (flight.SetAside.Any(f => f.Reason != Tracks.Preparing.RejectionReason.Repeat))
            return $"{Kind}: {flight.SetAside.Count} true fixes were set aside: {this}";
        var verdict = FlightJudge.Judge(flight, region);
        return Touched && verdict.Kind == AirspaceVerdictKind.DidNotEnter ? $"{Kind}: touched, yet DidNotEnter: {this}"
            : !Touched && verdict.Kind == AirspaceVerdictKind.Entered ? $"{Kind}: not touched, yet Entered: {this}"
            : InsideAt.FirstOrDefault(t => !verdict.Intervals.Any(i => Holds(i, t)), double.NaN) is var t && !double.IsNaN(t) ? $"{Kind}: inside at {t} s, in no interval: {this}"
            : null;
    }

    /// <summary>Whether an interval's widest bounds hold an instant, to a millisecond.</summary>
    private static bool Holds(PresenceInterval interval, double seconds) =>
        !(interval.Enter.Earliest?.UnixSeconds > seconds + 1e-3) && !(interval.Exit.Latest?.UnixSeconds < seconds - 1e-3);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"V {MetresPerSecond:R} m/s; ") + string.Join("; ", Reports.Select(Shown));

    private static string Shown((double Seconds, GeoPoint Place, double Radius) r) => string.Create(
        CultureInfo.InvariantCulture, $"{r.Seconds:R} s {r.Place.LatitudeDegrees:R},{r.Place.LongitudeDegrees:R} within {r.Radius:R} m");
}
