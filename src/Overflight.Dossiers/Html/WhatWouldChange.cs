using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Patterns;
using Overflight.Tracks.Preparing;

namespace Overflight.Dossiers.Html;

/// <summary>What would change an answer, from the data themselves.</summary>
internal static class WhatWouldChange
{
    public static IEnumerable<string> Of(FlightExamination analysis, AirspaceVerdict verdict)
    {
        yield return Speed(verdict);
        yield return Line(verdict);
        yield return SecondSet(verdict);
        yield return SetAside(analysis.Flight, verdict);
    }

    public static string Coverage(PreparedFlight flight) =>
        $"Nothing is said of the time before {Wording.DateAndClock(flight.Start)} and after {Wording.DateAndClock(flight.End)}: the track does not cover it. Positions from another receiver for the silences, or a lower speed bound that can be shown to hold, would narrow every bound given here.";

    private static string Speed(AirspaceVerdict verdict) => verdict.Kind switch
    {
        AirspaceVerdictKind.CannotBeRuledOut when verdict.SpeedToEnterKnots is > 0 and { } needed =>
            $"Speed: if it is shown that the aircraft cannot exceed {Wording.Knots(Math.Floor(needed))} over ground, the answer becomes “did not enter”.",
        AirspaceVerdictKind.CannotBeRuledOut => "Speed: no speed bound would settle it, for a recorded place is too near to the line; a better position or a better line would.",
        AirspaceVerdictKind.DidNotEnter when verdict.SpeedToEnterKnots is > 0 and { } needed =>
            $"Speed: only if the aircraft could do {Wording.Knots(needed)} over ground or more would the answer become “cannot be ruled out”; {Wording.Knots(verdict.Speed.Knots)} was allowed.",
        AirspaceVerdictKind.DidNotEnter => "Speed: no speed would change the answer.",
        _ when verdict.Intervals.Where(i => i.IsCertain).All(i => i.IsForced) =>
            $"Speed: the answer rests on the bound of {Wording.Knots(verdict.Speed.Knots)}; an aircraft that is faster could have flown around.",
        _ => "Speed: “entered” rests on recorded places, not on the speed bound; the bound sets only how wide the times are.",
    };

    private static string Line(AirspaceVerdict verdict)
    {
        if (verdict.DecidedBy.Count == 0)
            return "The line: no recorded place decides.";
        var fact = verdict.DecidedBy[0];
        var known = fact.RadiusMetres + fact.Edge.UncertaintyMetres;
        var side = fact.SignedMetres >= 0 ? "inside" : "outside";
        var spare = Math.Abs(fact.SignedMetres) - known;
        return spare > 0
            ? $"The line: the {fact.What} is {Wording.DistanceInBoth(Math.Abs(fact.SignedMetres))} {side}, {Wording.Distance(spare)} more than the radius of the fix ({Wording.Distance(fact.RadiusMetres)}) and the uncertainty of the line ({Wording.Distance(fact.Edge.UncertaintyMetres)}) together. The true line would have to lie that much farther from the mapped one to change what this fix says."
            : $"The line: the {fact.What} is {Wording.DistanceInBoth(Math.Abs(fact.SignedMetres))} {side}, within the radius of the fix ({Wording.Distance(fact.RadiusMetres)}) and the uncertainty of the line ({Wording.Distance(fact.Edge.UncertaintyMetres)}); a better line or a better position would settle it.";
    }

    private static string SecondSet(AirspaceVerdict verdict) => verdict.SecondSet is not { } second
        ? "Boundary set: no second set was asked."
        : second.Kind == verdict.Kind
            ? $"Boundary set: {second.BoundarySet} gives the same answer as {verdict.BoundarySet}."
            : $"Boundary set: {second.BoundarySet} answers “{Wording.Of(second.Kind)}” where {verdict.BoundarySet} answers “{Wording.Of(verdict.Kind)}”. The answer rests on which line is taken.";

    private static string SetAside(PreparedFlight flight, AirspaceVerdict verdict)
    {
        var outOfReach = flight.SetAside.Count(f => f.Reason == RejectionReason.OutOfReach);
        if (outOfReach == 0)
            return "Fixes set aside: none.";
        var count = Wording.Text($"{outOfReach:#,0} {(outOfReach == 1 ? "fix was" : "fixes were")}");
        return verdict.WithSetAside is { } with && with != verdict.Kind
            ? $"Fixes set aside: {count} out of reach of the rest of the flight. If they were believed, the answer would be “{Wording.Of(with)}”."
            : $"Fixes set aside: {count} out of reach of the rest of the flight. Believing them would not change the answer.";
    }
}
