using Overflight.Patterns.Kinds;
using Overflight.Patterns.Watched;

namespace Overflight.Dossiers;

/// <summary>What a flight did, in sentences.</summary>
public static class PatternSentence
{
    /// <summary>One finding: "orbited clockwise about 41.49000° N, 81.69000° W, 11.6 turns at 1.3 km, from 19:26:16 to 20:01:16 UTC".</summary>
    public static string Of(FlightPattern pattern)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return $"{What(pattern)}, from {Wording.Clock(pattern.Start)} to {Wording.Clock(pattern.End)} UTC{Silence(pattern)}";
    }

    /// <summary>The same of a place: "about 41.49000° N, 81.69000° W within 1.3 km for 35 minutes".</summary>
    public static string Of(WatchedPlace place) =>
        $"about {Wording.Place(place.Centre)} within {Wording.Distance(place.RadiusMetres)} for {Wording.Duration(place.Seconds)}{(place.Visits > 1 ? Wording.Text($" in {place.Visits} stays") : "")}";

    /// <summary>The kind as a noun: "figure eight".</summary>
    public static string Noun(FlightKind kind) => Names.Of(kind).Replace('-', ' ');

    /// <summary>Without its times: "orbited clockwise about …".</summary>
    public static string What(FlightPattern p) => p?.Kind switch
    {
        null => throw new ArgumentNullException(nameof(p)),
        FlightKind.Transit => "flew on",
        FlightKind.Orbit => $"orbited {Way(p)}about {Wording.Place(p.Centre)}{Turns(p, "turn")} at {Wording.Distance(p.RadiusMetres)}{Drift(p)}",
        FlightKind.Racetrack => $"flew a racetrack {Way(p)}about {Wording.Place(p.Centre)}{Turns(p, "lap")}, {Wording.Distance(p.LengthMetres)} by {Wording.Distance(p.WidthMetres)}, along {Wording.Text($"{p.AxisDegrees:000}°")}",
        FlightKind.FigureEight => $"flew figures of eight about {Wording.Place(p.Centre)}, {Wording.Distance(p.LengthMetres)} by {Wording.Distance(p.WidthMetres)}",
        FlightKind.Ladder => $"flew {p.Lines} parallel lines about {Wording.Place(p.Centre)}, {Wording.Distance(p.LengthMetres)} long and {Wording.Distance(p.SpacingMetres)} apart, along {Wording.Text($"{p.AxisDegrees:000}°")}",
        FlightKind.Loiter => $"stayed about {Wording.Place(p.Centre)}, within {Wording.Distance(p.LengthMetres)} by {Wording.Distance(p.WidthMetres)}",
        FlightKind.ThermalCircling => $"circled upwards about {Wording.Place(p.Centre)}, {Wording.Altitude(Math.Max(0, p.ClimbFeet))} gained",
        FlightKind.Holding => $"held {Way(p)}about {Wording.Place(p.Centre)}{Turns(p, "turn")}",
        FlightKind.Calibration => $"flew as for calibration about {Wording.Place(p.Centre)}: {p.Lines} lines by it{(p.Turns > 0.1 ? Wording.Text($" and {p.Turns:0.0} turns of arcs round it") : "")}",
        _ => $"flew a figure that does not repeat itself, {Wording.Distance(p.LengthMetres)} by {Wording.Distance(p.WidthMetres)}",
    };

    private static string Way(FlightPattern pattern) => pattern.Direction switch
    {
        TurnDirection.Clockwise => "clockwise ",
        TurnDirection.Anticlockwise => "anticlockwise ",
        _ => "",
    };

    private static string Turns(FlightPattern pattern, string unit) => double.IsNaN(pattern.Turns) ? "" : Wording.Text($", {pattern.Turns:0.0} {unit}s");

    private static string Drift(FlightPattern pattern) => pattern.DriftMetres > 2 * pattern.RadiusMetres
        ? $", its centre moving {Wording.Distance(pattern.DriftMetres)} towards {Wording.Text($"{pattern.DriftDegrees:000}°")}"
        : "";

    private static string Silence(FlightPattern pattern) =>
        pattern.LongestSilenceSeconds > 180 ? $", with a silence of {Wording.Duration(pattern.LongestSilenceSeconds)}" : "";
}
