using Overflight.Airspace.Verdicts;
using Overflight.Patterns.Integrity;
using Overflight.Patterns.Kinds;
using Overflight.Patterns.Score;
using Overflight.Patterns.Silence;
using Overflight.Patterns.Watched;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns;

/// <summary>Cuts tracks into flights, judges each and finds what it did. Thread-safe.</summary>
/// <param name="analyzer">Judges airspace.</param>
public sealed class FlightExaminer(FlightAnalyzer analyzer)
{
    /// <summary>Judges silences, where that is wanted.</summary>
    public GapFinder? Gaps { get; init; }

    /// <summary>Says how much a track's flights look like surveillance, where that is wanted.</summary>
    public SurveillanceModel? Surveillance { get; init; }

    /// <summary>Where sensors looked, by recording; empty where none is known.</summary>
    public IReadOnlyList<SensorLooks> Looks { get; init; } = [];

    /// <summary>The flights of a track.</summary>
    public IEnumerable<FlightExamination> Examine(Track track)
    {
        ArgumentNullException.ThrowIfNull(track);
        var flights = FlightSplitter.Split(track).ToList();
        var score = Surveillance?.Score(SurveillanceScorer.HistoryOf(flights, track.Aircraft.TypeDesignator));
        foreach (var flight in flights)
            yield return ExamineFlight(flight) with { Surveillance = score };
    }

    /// <summary>One flight.</summary>
    /// <param name="flight">Its track.</param>
    public FlightExamination ExamineFlight(Track flight)
    {
        var analysis = analyzer.AnalyzeFlight(flight);
        var patterns = PatternFinder.Find(analysis.Flight);
        var integrity = PositionIntegrity.Find(analysis.Flight, patterns);
        if (integrity.Any(f => f.IsFalse))
        {
            analysis = analyzer.AnalyzeFlight(flight, [.. integrity.Where(f => f.IsFalse).Select(f => (f.First, f.Last))]);
            patterns = PatternFinder.Find(analysis.Flight);
        }
        return new FlightExamination(analysis, patterns, integrity) { Gaps = Gaps?.Find(analysis.Flight), Looks = LooksOf(analysis.Flight) };
    }

    private IReadOnlyList<SensorLook> LooksOf(PreparedFlight flight) => Looks.Count switch
    {
        0 => [],
        1 => Looks[0].Of(flight),
        _ => [.. Looks.SelectMany(l => l.Of(flight)).OrderBy(l => l.Time)],
    };
}
