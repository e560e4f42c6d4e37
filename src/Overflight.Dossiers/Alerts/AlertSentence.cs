using Overflight.Airspace.Verdicts;
using Overflight.Airspace.Watching;
using Overflight.Tracks;

namespace Overflight.Dossiers.Alerts;

/// <summary>An alert as a sentence that can be quoted on its own.</summary>
public static class AlertSentence
{
    /// <summary>The sentence.</summary>
    public static string Of(WatchAlert alert)
    {
        ArgumentNullException.ThrowIfNull(alert);
        var who = Wording.Aircraft(alert.Aircraft, alert.Callsign);
        var airspace = Countries.Airspace(alert.Airspace);
        var where = $"{Wording.DistanceInBoth(Math.Abs(alert.SignedMetres))} {(alert.SignedMetres >= 0 ? "inside" : "outside")}";
        return alert.Kind switch
        {
            WatchAlertKind.Entered when alert.IsForced => $"{who} passed through {airspace} {Crossing(alert.Crossing)}: no path at an allowed speed avoids it.",
            WatchAlertKind.Entered when alert.Crossing is not { Earliest: not null } => $"{who} is in {airspace}, where its track begins: {where}{Height(alert.Fix)}.",
            WatchAlertKind.Entered => $"{who} entered {airspace} {Crossing(alert.Crossing)}; it is now {where}{Height(alert.Fix)}.",
            WatchAlertKind.Left => $"{who} left {airspace} {Crossing(alert.Crossing)}; it is now {where}{Height(alert.Fix)}.",
            WatchAlertKind.MayHaveEntered => $"That {who} entered {airspace} cannot be ruled out: {WhyPossible(alert)}.",
            WatchAlertKind.Approaching => $"{who} is {where} {airspace}{Height(alert.Fix)}, and on its present course reaches it in {Wording.Duration(alert.SecondsToBoundary ?? 0)}.",
            WatchAlertKind.Silent => $"{who} has been silent since {Clock(alert.Fix.Time)}, when it was {where} {airspace}; at {Wording.Knots(alert.Speed.Knots)} it can have reached the line at {Clock(alert.ReachableSince ?? alert.Time)}.",
            WatchAlertKind.IntegrityLost when alert.SetAsideCount > 0 => $"{Fixes(alert.SetAsideCount)} set aside, for contradicting the flight of {who}, which is {where} {airspace}.",
            WatchAlertKind.IntegrityLost => $"The position of {who}, {where} {airspace}, has become vague: it is known to within {Wording.Distance(alert.RadiusMetres)}.",
            WatchAlertKind.Pattern when alert.Behaviour is { } behaviour => $"{who} {behaviour.Words}, since {Clock(behaviour.Since)}; it is {where} {airspace}{Height(alert.Fix)}.",
            _ => Ended(alert),
        };
    }

    private static string Ended(WatchAlert alert) => alert.Flight is { Verdicts: [var verdict, ..] } flight
        ? VerdictSentence.Of(flight, verdict) + (alert.IsCut ? " Its earlier fixes were no longer held." : "")
        : "";

    private static string WhyPossible(WatchAlert alert)
    {
        if (alert.Witness is not { } witness)
            return $"some path within the assumptions touches it {Crossing(alert.Crossing)}";
        return witness.FirstFix == witness.SecondFix
            ? $"at {Clock(witness.Earliest)} it was recorded nearer to the line than its position and the line itself are known"
            : $"between two fixes it could have been at {Wording.Place(witness.Place)} {VerdictSentence.Span(witness.Earliest, witness.Latest)}, at {Wording.Knots(alert.Speed.Knots)}";
    }

    private static string Crossing(TimeBounds? crossing) => crossing switch
    {
        { Earliest: { } earliest, Latest: { } latest } when latest.SecondsSince(earliest) >= 1 => $"between {VerdictSentence.Ends(earliest, latest)}",
        { Likely: { } likely } => $"at {Clock(likely)}",
        { Earliest: { } earliest } => $"not before {Clock(earliest)}",
        { Latest: { } latest } => $"not after {Clock(latest)}",
        _ => "at a time that is not known",
    };

    private static string Height(in Fix fix) => float.IsNaN(fix.BarometricAltitudeFeet) ? "" : $", at {Wording.Altitude(fix.BarometricAltitudeFeet)}";

    private static string Fixes(int count) => count == 1 ? "1 position was" : Wording.Text($"{count} positions were");

    private static string Clock(UtcInstant time) => $"{Wording.Clock(time)} UTC on {Wording.Date(time)}";
}
