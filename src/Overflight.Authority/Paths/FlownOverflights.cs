using Overflight.Airspace;
using Overflight.Airspace.Verdicts;

namespace Overflight.Authority.Paths;

/// <summary>The States that a flown track entered or may have entered: the verdicts that anybody else would give on the same track.</summary>
internal static class FlownOverflights
{
    public static IReadOnlyList<StateOverflight> Of(FlightAnalysis analysis)
    {
        var flight = analysis.Flight;
        var placeOf = new Dictionary<int, int>(flight.Count);
        for (var i = 0; i < flight.Count; i++)
            placeOf[flight.IndexInTrack(i)] = i;
        return [.. analysis.Verdicts
            .Where(verdict => verdict.Kind != AirspaceVerdictKind.DidNotEnter)
            .SelectMany(verdict => verdict.Intervals.Select(interval => new StateOverflight(
                verdict.Airspace,
                interval.IsCertain,
                interval.Enter.Earliest ?? flight.Start,
                interval.Exit.Latest ?? flight.End,
                LegFrom(placeOf[interval.FirstFix]),
                Math.Max(LegFrom(placeOf[interval.FirstFix]), LegFrom(placeOf[interval.LastFix] - 1)),
                interval.IsCertain ? Math.Max(0, (interval.Exit.Earliest ?? flight.End).SecondsSince(interval.Enter.Latest ?? flight.Start)) : 0)))
            .OrderBy(o => o.From).ThenBy(o => o.State, StringComparer.Ordinal)];

        int LegFrom(int fix) => Math.Clamp(fix, 0, flight.Count - 2);
    }
}
