namespace Overflight.Planning.Scheduling;

/// <summary>A sortie of the schedule.</summary>
/// <param name="Aircraft">The aircraft's place in the tasking.</param>
/// <param name="Operation">The operation's.</param>
/// <param name="TakeOffMinute">Minute of the period.</param>
/// <param name="LandingMinute">Minute of the period.</param>
/// <param name="Looks">The looks in order, each with the minute at which it begins.</param>
public sealed record ScheduledSortie(int Aircraft, int Operation, int TakeOffMinute, int LandingMinute, IReadOnlyList<(Look Look, int Minute)> Looks);
