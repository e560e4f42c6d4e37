using Overflight.Airspace.Verdicts;
using Overflight.Patterns.Kinds;
using Overflight.Tracks.Preparing;

namespace Overflight.Patterns;

/// <summary>All that is found of one flight.</summary>
/// <param name="Analysis">Whose airspace it was in.</param>
/// <param name="Patterns">What it did, by time.</param>
public sealed record FlightExamination(FlightAnalysis Analysis, IReadOnlyList<FlightPattern> Patterns)
{
    /// <summary>The flight as it was judged.</summary>
    public PreparedFlight Flight => Analysis.Flight;

    /// <summary>The verdicts, as <see cref="FlightAnalysis.Verdicts"/> has them.</summary>
    public IReadOnlyList<AirspaceVerdict> Verdicts => Analysis.Verdicts;
}
