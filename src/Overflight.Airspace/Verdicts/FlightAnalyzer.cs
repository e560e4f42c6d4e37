using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Airspace.Verdicts;

/// <summary>Cuts tracks into flights and judges each against every State concerned. Thread-safe.</summary>
public sealed class FlightAnalyzer(AirspaceIndex index, AnalyzerOptions options)
{
    /// <summary>The flights of a track, judged.</summary>
    public IEnumerable<FlightAnalysis> Analyze(Track track)
    {
        ArgumentNullException.ThrowIfNull(track);
        foreach (var flight in FlightSplitter.Split(track))
            yield return AnalyzeFlight(flight);
    }

    /// <summary>One flight, judged.</summary>
    /// <param name="flight">The flight's track.</param>
    /// <param name="suspect">Stretches of the track, first and last fix, that no verdict is to rest on.</param>
    public FlightAnalysis AnalyzeFlight(Track flight, IReadOnlyList<(int First, int Last)>? suspect = null)
    {
        ArgumentNullException.ThrowIfNull(flight);
        var speed = options.MaxSpeedKnots is { } knots ? SpeedBound.Given(knots) : SpeedBound.For(flight);
        var prepared = FlightPreparer.Prepare(flight, speed, suspect);
        if (prepared.Count == 0)
            return new FlightAnalysis(prepared, []);
        var path = new FlightPath(prepared);
        var verdicts = new List<AirspaceVerdict>();
        foreach (var region in options.Regions.Count > 0 ? options.Regions : Concerned(path))
        {
            var verdict = options.Regions.Count > 0 ? FlightJudge.Judge(path, region) : FlightJudge.JudgeIfNear(path, region, options.NearMetres);
            if (verdict is not null)
                verdicts.Add(options.AskSecondSet ? verdict with { SecondSet = AskSecondSet(path, region) } : verdict);
        }
        verdicts.Sort((a, b) => a.Kind != b.Kind ? b.Kind.CompareTo(a.Kind) : string.CompareOrdinal(a.Airspace, b.Airspace));
        return new FlightAnalysis(prepared, verdicts);
    }

    private IEnumerable<AirspaceRegion> Concerned(FlightPath path) =>
        ConcernedClaims.Of(index.Base, path, options.NearMetres).Order().Select(claim => index.RegionOf(0, claim)).Concat(options.AlsoRegions);

    private SecondOpinion? AskSecondSet(FlightPath path, AirspaceRegion region)
    {
        if (index.Sources.Count < 2 || region.SourceName != index.Sources[0].Name || index.Region(region.Name, 1) is not { } other)
            return null;
        return FlightJudge.Opinion(path, other);
    }
}
