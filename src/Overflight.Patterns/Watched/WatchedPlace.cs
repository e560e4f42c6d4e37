using Overflight.Geodesy;

namespace Overflight.Patterns.Watched;

/// <summary>A place that an aircraft flew about, by its flight alone: what lay inside its orbits or under its pattern.</summary>
/// <param name="Centre">The middle, weighted by time.</param>
/// <param name="RadiusMetres">Of a disc that holds the middle and the mean extent of what was flown about it.</param>
/// <param name="Seconds">Time with fixes spent about it.</param>
/// <param name="Visits">How many findings it is made of.</param>
public readonly record struct WatchedPlace(GeoPoint Centre, double RadiusMetres, double Seconds, int Visits);
