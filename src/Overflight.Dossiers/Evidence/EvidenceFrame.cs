using Overflight.Airspace.Verdicts;
using Overflight.Feeds.ModeS;
using Overflight.Patterns;

namespace Overflight.Dossiers.Evidence;

/// <summary>A fix that a verdict rests on, with the message that gave it.</summary>
/// <param name="Fix">Its index in the flight's track.</param>
/// <param name="Frame">The message.</param>
public readonly record struct EvidenceFrame(int Fix, RawFrame Frame)
{
    /// <summary>The messages behind all that a flight's verdicts rest on, in the order of the flight.</summary>
    public static IReadOnlyList<EvidenceFrame> Of(string input, FlightExamination flight, FrameSource source)
    {
        ArgumentNullException.ThrowIfNull(flight);
        ArgumentNullException.ThrowIfNull(source);
        var track = flight.Flight.Track;
        var fixByRecord = DecidingFixes.Of(flight).Where(i => track[i].Record >= 0).GroupBy(i => track[i].Record).ToDictionary(g => g.Key, g => g.First());
        return [.. source(input, fixByRecord.Keys).Select(f => new EvidenceFrame(fixByRecord[f.Record], f)).OrderBy(f => f.Fix)];
    }
}
