namespace Overflight.Planning.Scheduling;

/// <summary>Which aircraft watches what when.</summary>
/// <param name="Sorties">The sorties, by take-off.</param>
/// <param name="IsBest">Whether no schedule is worth more, which is then shown; otherwise the best one found within the effort allowed.</param>
public sealed record Schedule(IReadOnlyList<ScheduledSortie> Sorties, bool IsBest);
