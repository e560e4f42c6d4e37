using Overflight.Airspace.Verdicts;
using Overflight.Patterns.Integrity;
using Overflight.Patterns.Kinds;
using Overflight.Patterns.Silence;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns;

/// <summary>Cuts tracks into flights, judges each and finds what it did. Thread-safe.</summary>
/// <param name="analyzer">Judges airspace.</param>
/// <param name="gaps">Judges silences, where that is wanted.</param>
public sealed class FlightExaminer(FlightAnalyzer analyzer, GapFinder? gaps = null)
{
    /// <summary>The flights of a track.</summary>
    public IEnumerable<FlightExamination> Examine(Track track)
    {
        ArgumentNullException.ThrowIfNull(track);
        foreach (var flight in FlightSplitter.Split(track))
            yield return ExamineFlight(flight);
    }

    /// <summary>One flight.</summary>
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
        return new FlightExamination(analysis, patterns, integrity) { Gaps = gaps?.Find(analysis.Flight) };
    }
}
