namespace Overflight.Planning.Plans;

/// <summary>One way to do a tasking.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Sorties">The sorties, by take-off.</param>
/// <param name="Areas">What becomes of each area, in the tasking's order.</param>
/// <param name="Hours">Flight hours of each operation.</param>
/// <param name="IsBest">Whether it is shown that no schedule serves more; otherwise none was found within the effort.</param>
public sealed record AlternativePlan(string Name, IReadOnlyList<PlannedSortie> Sorties, IReadOnlyList<AreaOutcome> Areas, IReadOnlyList<OperationHours> Hours, bool IsBest)
{
    /// <summary>Hours in the air.</summary>
    public double FlightHours => Hours.Sum(h => h.Planned);

    /// <summary>Whether every rule lets every sortie be flown.</summary>
    public bool IsPermitted => Sorties.All(s => s.Decision.IsPermitted);
}
