namespace Overflight.Planning.Scheduling;

/// <summary>What an aircraft can do, in minutes and grams of fuel.</summary>
/// <param name="MostSorties">Sorties in the period at most.</param>
/// <param name="TurnaroundMinutes">On the ground between two.</param>
/// <param name="FuelGrams">Fuel that may be planned away.</param>
/// <param name="LoiterGramsPerMinute">Burnt a minute on station.</param>
/// <param name="TransitGramsPerMinute">Burnt a minute on the way.</param>
/// <param name="Out">Minutes from take-off to each area's station, by area; null where it cannot watch that.</param>
/// <param name="Back">Minutes from there to landing.</param>
/// <param name="Between">Minutes from one area's station to another's; null where there is no way.</param>
public sealed record ScheduledAircraft(
    int MostSorties, int TurnaroundMinutes, long FuelGrams, long LoiterGramsPerMinute, long TransitGramsPerMinute,
    IReadOnlyList<int?> Out, IReadOnlyList<int?> Back, Func<int, int, int?> Between)
{
    /// <summary>Whether a sortie for one look alone can be flown with the fuel.</summary>
    public bool Reaches(Look look)
    {
        ArgumentNullException.ThrowIfNull(look);
        return Out[look.Area] is { } there && Back[look.Area] is { } back && Grams(there + back, look.DwellMinutes) <= FuelGrams;
    }

    /// <summary>Fuel for minutes on the way and on station.</summary>
    public long Grams(int transitMinutes, int stationMinutes) => transitMinutes * TransitGramsPerMinute + stationMinutes * LoiterGramsPerMinute;
}
