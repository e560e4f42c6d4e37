namespace Overflight.Sorties.Simulation;

/// <summary>The link forced up or down.</summary>
/// <param name="Step">The step before which it came.</param>
/// <param name="IsUp">Up or down; null: as the outages say.</param>
public sealed record LinkInput(long Step, bool? IsUp = null) : SortieInput(Step);
