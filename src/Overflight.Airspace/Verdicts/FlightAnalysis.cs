using Overflight.Tracks.Preparing;

namespace Overflight.Airspace.Verdicts;

/// <summary>One flight and the verdicts about it.</summary>
/// <param name="Flight">The flight as it was judged.</param>
/// <param name="Verdicts">Entered first, then what cannot be ruled out, then the rest; by name within each.</param>
public sealed record FlightAnalysis(PreparedFlight Flight, IReadOnlyList<AirspaceVerdict> Verdicts);
