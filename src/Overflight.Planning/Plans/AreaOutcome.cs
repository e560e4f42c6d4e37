using Overflight.Planning.Stations;
using Overflight.Planning.Tasks;

namespace Overflight.Planning.Plans;

/// <summary>What becomes of an area.</summary>
/// <param name="Area">The area.</param>
/// <param name="Wanted">Looks that it needs.</param>
/// <param name="Served">Looks that it gets.</param>
/// <param name="OnStationMinutes">Time on station for it, with what is waited there.</param>
/// <param name="Station">The orbit that it is watched from; where it gets none, the one that it would be.</param>
/// <param name="WhyNotOverhead">Why it is not watched from above; null where it could be.</param>
/// <param name="Reason">Why it gets fewer looks than it needs; null where it gets all.</param>
public sealed record AreaOutcome(TaskArea Area, int Wanted, int Served, int OnStationMinutes, Station? Station, string? WhyNotOverhead, string? Reason);
