using Overflight.Authority.Deciding;
using Overflight.Authority.Documents;

namespace Overflight.Planning.Plans;

/// <summary>A sortie, as planned and judged.</summary>
/// <param name="Sortie">Its paper.</param>
/// <param name="Looks">What it watches.</param>
/// <param name="FuelKilograms">Fuel that it takes, the reserve not counted.</param>
/// <param name="ReserveKilograms">Fuel that is left at landing.</param>
/// <param name="DistanceMetres">Flown on the way, orbits not counted.</param>
/// <param name="Link">Its link, in words.</param>
/// <param name="Decision">What the rules say of it.</param>
public sealed record PlannedSortie(Sortie Sortie, IReadOnlyList<PlannedLook> Looks, double FuelKilograms, double ReserveKilograms, double DistanceMetres, string Link, Decision Decision);
