using Overflight.Sorties.Autopilot;

namespace Overflight.Sorties.Simulation;

/// <summary>A command, taken or refused.</summary>
/// <param name="Step">The step before which it came.</param>
/// <param name="Command">The command.</param>
public sealed record CommandInput(long Step, SortieCommand Command) : SortieInput(Step);
