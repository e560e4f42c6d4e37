using Overflight.Sorties.Autopilot;

namespace Overflight.Sorties.Simulation;

/// <summary>Other fences.</summary>
/// <param name="Step">The step before which they came.</param>
/// <param name="Fences">All that bind from then on.</param>
/// <param name="Reason">Why, such as a consent withdrawn.</param>
public sealed record FencesInput(long Step, IReadOnlyList<Fence> Fences, string Reason) : SortieInput(Step);
