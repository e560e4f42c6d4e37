using Overflight.Airspace.Verdicts;
using Overflight.Patterns.Integrity;
using Overflight.Patterns.Kinds;
using Overflight.Patterns.Score;
using Overflight.Patterns.Silence;
using Overflight.Patterns.Watched;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns;

/// <summary>All that is found of one flight.</summary>
/// <param name="Analysis">Whose airspace it was in.</param>
/// <param name="Patterns">What it did, by time.</param>
/// <param name="Integrity">Which of its positions cannot be taken as they are, by time; verdicts do not rest on those that are false.</param>
public sealed record FlightExamination(FlightAnalysis Analysis, IReadOnlyList<FlightPattern> Patterns, IReadOnlyList<IntegrityFinding> Integrity)
{
    /// <summary>Its silences, by time, held against what was heard of others; null where that was not asked for.</summary>
    public IReadOnlyList<GapFinding>? Gaps { get; init; }

    /// <summary>How much all flights of the aircraft in the same input look like surveillance; null where that was not asked for.</summary>
    public SurveillanceScore? Surveillance { get; init; }

    /// <summary>Where its sensor looked, by time; empty where that is not known.</summary>
    public IReadOnlyList<SensorLook> Looks { get; init; } = [];

    /// <summary>What it watched, longest first: by its sensor's own metadata where there are any, else inferred from its flight.</summary>
    public IReadOnlyList<WatchedPlace> Watched => Looks.Count > 0 ? SeenPlaces.Of(Looks) : WatchedPlaces.Of(Patterns);

    /// <summary>The flight as it was judged.</summary>
    public PreparedFlight Flight => Analysis.Flight;

    /// <summary>The verdicts, as <see cref="FlightAnalysis.Verdicts"/> has them.</summary>
    public IReadOnlyList<AirspaceVerdict> Verdicts => Analysis.Verdicts;
}
