namespace Overflight.Planning.Stations;

/// <summary>What a search for a station came to.</summary>
/// <param name="Station">The station; null where none serves.</param>
/// <param name="Overhead">How the area would be seen from above it.</param>
/// <param name="WhyNotOverhead">Why an orbit above it may not be flown; null where it may.</param>
/// <param name="NearestPermitted">The nearest orbit that may be flown, whether or not it serves; null where there is none in reach of the sensor.</param>
/// <param name="IsLinkMissing">Whether an orbit would serve, had the aircraft its link there.</param>
public sealed record StationSearch(Station? Station, SightFrom Overhead, string? WhyNotOverhead, Station? NearestPermitted, bool IsLinkMissing);
