using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Tracks;

namespace Overflight.Dossiers;

/// <summary>A verdict as one sentence (at times two) that can be quoted on its own.</summary>
public static class VerdictSentence
{
    private const double SilenceSeconds = 60;
    private const int MostIntervalsInFull = 3;

    /// <summary>The sentence.</summary>
    public static string Of(FlightAnalysis flight, AirspaceVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(flight);
        ArgumentNullException.ThrowIfNull(verdict);
        var who = Wording.Aircraft(flight.Flight.Track);
        var airspace = Countries.Airspace(verdict.Airspace);
        return verdict.Kind switch
        {
            AirspaceVerdictKind.Entered => Entered(who, airspace, verdict),
            AirspaceVerdictKind.CannotBeRuledOut => $"That {Inner(who)} entered {airspace} cannot be ruled out: {WhyPossible(flight, verdict)}.",
            _ => DidNotEnter(who, airspace, verdict),
        };
    }

    /// <summary>The interval's times: "on 4 February 2025 from 21:25:32 to 21:51:29 UTC (between 21:23:37 and 22:11:37 at the widest)".</summary>
    public static string Times(PresenceInterval interval, (UtcInstant From, UtcInstant To) covered)
    {
        ArgumentNullException.ThrowIfNull(interval);
        var (from, to) = Likely(interval, covered);
        return Span(from, to, interval.Enter.Earliest is null, interval.Exit.Latest is null) + Bounds(interval, from, to);
    }

    internal static (UtcInstant From, UtcInstant To) Likely(PresenceInterval interval, (UtcInstant From, UtcInstant To) covered)
    {
        var from = interval.Enter.Earliest is null ? covered.From : interval.Enter.Likely ?? interval.Enter.Latest ?? interval.Enter.Earliest.Value;
        var to = interval.Exit.Latest is null ? covered.To : interval.Exit.Likely ?? interval.Exit.Earliest ?? interval.Exit.Latest.Value;
        return to < from ? (from, from) : (from, to);
    }

    private static string Entered(string who, string airspace, AirspaceVerdict verdict)
    {
        var certain = verdict.Intervals.Where(i => i.IsCertain).ToList();
        var depth = verdict.DeepestMetres is > 0 and { } metres ? $", recorded at most {Wording.Distance(metres)} inside" : "";
        if (certain.Count == 0)
            return $"{who} entered {airspace}{depth}.";
        if (IsThroughout(verdict, certain))
            return $"{who} was in {airspace} throughout the time its track covers, {Span(verdict.Covered.From, verdict.Covered.To)}{depth}.";
        if (certain.TrueForAll(i => i.IsForced))
            depth += "; no recorded place lies inside, but no path at an allowed speed avoids it";
        var verb = certain[0].Enter.Earliest is null ? "was in" : "entered";
        if (certain.Count == 1)
            return $"{who} {verb} {airspace} {Times(certain[0], verdict.Covered)}{depth}.";
        var (first, last) = (Likely(certain[0], verdict.Covered).From, Likely(certain[^1], verdict.Covered).To);
        if (certain.Count > MostIntervalsInFull)
            return $"{who} {verb} {airspace} {certain.Count} times {Span(first, last)}{depth}.";
        var isOneDay = Wording.Date(first) == Wording.Date(last);
        var times = certain.Select(i => isOneDay ? TimesOfDay(i, verdict.Covered) : Times(i, verdict.Covered));
        return $"{who} {verb} {airspace} {(certain.Count == 2 ? "twice" : "three times")}{(isOneDay ? $" on {Wording.Date(first)}" : "")}: {string.Join("; ", times)}{depth}.";
    }

    private static bool IsThroughout(AirspaceVerdict verdict, List<PresenceInterval> certain) =>
        certain is [{ Enter.Earliest: null, Exit.Latest: null, MayHaveLeft.Count: 0 }] && verdict.ClosestMetres is null;

    private static string TimesOfDay(PresenceInterval interval, (UtcInstant From, UtcInstant To) covered)
    {
        var (from, to) = Likely(interval, covered);
        var (start, end) = Clocks(from, to, interval.Enter.Earliest is null, interval.Exit.Latest is null);
        return $"from {start} to {end} UTC{Bounds(interval, from, to)}";
    }

    private static string DidNotEnter(string who, string airspace, AirspaceVerdict verdict)
    {
        var nearest = verdict.ClosestMetres is { } metres ? $"; it was recorded no nearer than {Wording.Distance(metres)}" : "";
        var speed = verdict.SpeedToEnterKnots is > 0 and { } knots ? $" Entry would have needed {Wording.Knots(knots)}; {Wording.Knots(verdict.Speed.Knots)} was allowed." : "";
        var (from, to) = verdict.Covered;
        return $"{who} did not enter {airspace} between {Ends(from, to)}, the time its track covers{nearest}.{speed}";
    }

    private static string WhyPossible(FlightAnalysis flight, AirspaceVerdict verdict)
    {
        var track = flight.Flight.Track;
        if (verdict.SpeedToEnterKnots is > 0 && verdict.SpeedToEnterLeg is var (first, second))
        {
            var (from, to) = (track.TimeAt(first), track.TimeAt(second));
            var seconds = to.SecondsSince(from);
            var when = seconds > SilenceSeconds
                ? $"during a silence of {Wording.Duration(seconds)} {Span(from, to)}"
                : $"between two fixes {Wording.Duration(seconds)} apart, {Span(from, to)},";
            return $"{when} it could have gone in and come back at {Wording.Knots(verdict.SpeedToEnterKnots.Value)} or more; {Wording.Knots(verdict.Speed.Knots)} was allowed";
        }
        // Other intervals may rest on silences, and the verdict's own witness may be theirs.
        var atFix = verdict.Intervals.Select(i => i.Witness).Prepend(verdict.Witness).FirstOrDefault(w => w is not null && w.FirstFix == w.SecondFix);
        if (atFix is null)
            return "some path within the assumptions touches it";
        var time = track.TimeAt(atFix.FirstFix);
        var probability = verdict.Probability is { } p ? $" (probability of having been inside: {Wording.Percent(p)})" : "";
        return $"at {Wording.Clock(time)} UTC on {Wording.Date(time)} it was recorded nearer to the line than its position and the line itself are known{probability}";
    }

    /// <summary>A name within a sentence: only the words we chose ourselves change their first letter.</summary>
    private static string Inner(string who) => who == "An unnamed aircraft" ? "an unnamed aircraft" : who;

    /// <summary>"on 4 February 2025 from 21:25:32 to 21:51:29 UTC"; both days where they differ, one instant where there is but one.</summary>
    internal static string Span(UtcInstant from, UtcInstant to, bool fromStart = false, bool toEnd = false)
    {
        if (from == to && fromStart == toEnd)
            return $"on {Wording.Date(from)} at {Wording.Clock(from)} UTC";
        var (start, end) = Clocks(from, to, fromStart, toEnd);
        return Wording.Date(from) == Wording.Date(to)
            ? $"on {Wording.Date(from)} from {start} to {end} UTC"
            : $"from {start} UTC on {Wording.Date(from)} to {end} UTC on {Wording.Date(to)}";
    }

    private static (string Start, string End) Clocks(UtcInstant from, UtcInstant to, bool fromStart, bool toEnd) => (
        fromStart ? $"the start of its track at {Wording.Clock(from)}" : Wording.Clock(from),
        toEnd ? $"the end of its track at {Wording.Clock(to)}" : Wording.Clock(to));

    internal static string Ends(UtcInstant from, UtcInstant to) => Wording.Date(from) == Wording.Date(to)
        ? $"{Wording.Clock(from)} and {Wording.Clock(to)} UTC on {Wording.Date(from)}"
        : $"{Wording.Clock(from)} UTC on {Wording.Date(from)} and {Wording.Clock(to)} UTC on {Wording.Date(to)}";

    /// <summary>How far the times may be off, or the widest that they allow; empty where the track begins and ends inside.</summary>
    private static string Bounds(PresenceInterval interval, UtcInstant from, UtcInstant to)
    {
        if (interval.Enter.Earliest is null && interval.Exit.Latest is null)
            return "";
        double off = 0;
        foreach (var (bound, likely) in new[] { (interval.Enter.Earliest, from), (interval.Enter.Latest, from), (interval.Exit.Earliest, to), (interval.Exit.Latest, to) })
            if (bound is { } time)
                off = Math.Max(off, Math.Abs(time.SecondsSince(likely)));
        if (off < 60)
            return Wording.Text($" (times within {Math.Max(1, Math.Ceiling(off)):0} s)");
        var (first, last) = (interval.Enter.Earliest ?? from, interval.Exit.Latest ?? to);
        return Wording.Date(first) == Wording.Date(last) && Wording.Date(first) == Wording.Date(from)
            ? $" (between {Wording.Clock(first)} and {Wording.Clock(last)} at the widest)"
            : $" (between {Ends(first, last)} at the widest)";
    }
}
