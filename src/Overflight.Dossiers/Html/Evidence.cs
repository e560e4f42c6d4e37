using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Dossiers.Html;

/// <summary>Why we say so: for each State the times, the fixes and edges that decide, and what was assumed.</summary>
internal sealed class Evidence(MarkupWriter markup, PreparedFlight flight)
{
    private const int MostRows = 40;

    private readonly TableWriter _tables = new(markup);

    public void Write(AirspaceVerdict verdict)
    {
        using (markup.Element("h3"))
        {
            VerdictMark.Write(markup, verdict.Kind);
            markup.Text($"{Countries.Label(verdict.Airspace)}: ");
            markup.Leaf("span", Wording.Of(verdict.Kind), ("class", $"word {VerdictMark.Style(verdict.Kind)}"));
        }
        if (verdict.Intervals.Count > 0)
            _tables.Write($"Presence in {Countries.Airspace(verdict.Airspace)}, times in UTC{Day()}", ["Presence", "In: earliest", "In: likely", "In: latest", "Out: earliest", "Out: likely", "Out: latest", "Deepest fix"], verdict.Intervals.Take(MostRows).Select(Row));
        if (verdict.Intervals.Count > MostRows)
            markup.Leaf("p", $"{verdict.Intervals.Count - MostRows} more intervals stand in the JSON form of this analysis.", ("class", "note"));
        foreach (var (first, second) in verdict.Intervals.SelectMany(i => i.MayHaveLeft).Take(MostRows))
            markup.Leaf("p", $"During the silence of {Wording.Duration(flight.Track.TimeAt(second).SecondsSince(flight.Track.TimeAt(first)))} from {Wording.Clock(flight.Track.TimeAt(first))} to {Wording.Clock(flight.Track.TimeAt(second))} UTC it may have left and come back.");
        if (verdict.DecidedBy.Count > 0)
            _tables.Write($"Fixes and boundary edges that decide{Day()}", ["What", "Time (UTC)", "Place", "To the line", "Radius of the fix", "Edge", "Its uncertainty", "Claims"], verdict.DecidedBy.Select(Row));
        if (verdict.Witness is { } witness)
            new WitnessCheck(markup, flight).Write(witness);
        _tables.List(Assumptions(verdict));
    }

    private IReadOnlyList<string> Row(PresenceInterval interval) =>
    [
        interval.IsForced ? "certain: no path avoids it" : interval.IsCertain ? "certain" : "possible",
        interval.Enter.Earliest is { } earliest ? Clock(earliest) : "track begins inside",
        Clock(interval.Enter.Likely), Clock(interval.Enter.Latest),
        Clock(interval.Exit.Earliest), Clock(interval.Exit.Likely),
        interval.Exit.Latest is { } latest ? Clock(latest) : "track ends inside",
        interval.DeepestMetres is { } metres ? Wording.DistanceInBoth(metres) : "none inside",
    ];

    private IReadOnlyList<string> Row(DecidingFact fact) =>
    [
        fact.What, Clock(fact.Time), Wording.Place(fact.Place).Replace("° ", "°\u00A0", StringComparison.Ordinal),
        $"{Wording.DistanceInBoth(Math.Abs(fact.SignedMetres))} {(fact.SignedMetres < 0 ? "outside" : "inside")}",
        Wording.Distance(fact.RadiusMetres),
        Wording.Text($"{Wording.Of(fact.Edge.Kind)}, no. {fact.Edge.Number} of {fact.Edge.Source}, read as {(fact.Edge.Reading == EdgeReading.Geodesic ? "a geodesic" : "a chord")}"),
        Wording.Distance(fact.Edge.UncertaintyMetres),
        string.Join(", ", fact.Edge.Claims),
    ];

    private IEnumerable<(string, string)> Assumptions(AirspaceVerdict verdict)
    {
        yield return ("Speed bound V", $"{Wording.Knots(verdict.Speed.Knots)} over ground ({verdict.Speed.Origin})");
        if (verdict.SpeedToEnterKnots is { } needed)
            yield return ("Speed at which entry becomes possible, V*", needed <= 0 ? "0 kt: a fix lies nearer to the line than both are known" : Wording.Knots(needed) + Between(verdict.SpeedToEnterLeg));
        yield return ("Radii of the fixes", $"{Wording.Distance(verdict.RadiiMetres.Least)} to {Wording.Distance(verdict.RadiiMetres.Greatest)}, latency included");
        if (verdict.Probability is { } probability)
            yield return ("Probability of having been inside", Wording.Percent(probability));
        if (verdict.ClosestMetres is { } closest && verdict.Kind != AirspaceVerdictKind.Entered)
            yield return ("Nearest fix outside", Wording.DistanceInBoth(closest));
        yield return ("Boundary set", verdict.BoundarySet);
        yield return ("Second boundary set", verdict.SecondSet is { } second
            ? $"{second.BoundarySet}: {Wording.Of(second.Kind)}{(second.DeepestMetres is { } d ? $", deepest fix {Wording.DistanceInBoth(d)} inside" : second.ClosestMetres is { } c ? $", nearest fix {Wording.DistanceInBoth(c)} outside" : "")}"
            : "has no such claim, or was not asked");
    }

    private string Day() => Wording.Date(flight.Start) == Wording.Date(flight.End) ? $", {Wording.Date(flight.Start)}" : "";

    private string Between((int First, int Second)? leg) => leg is var (first, second)
        ? $", between the fixes of {Wording.Clock(flight.Track.TimeAt(first))} and {Wording.Clock(flight.Track.TimeAt(second))} UTC"
        : "";

    /// <summary>The time of day, with its day where the flight went on past midnight.</summary>
    private string Clock(UtcInstant? time) => time is not { } t ? "–"
        : Wording.Date(flight.Start) == Wording.Date(flight.End) ? Wording.Clock(t)
        : Wording.DayAndClock(t);
}
