using Overflight.Geodesy;

namespace Overflight.Planning.Stations;

/// <summary>An orbit that an area is watched from.</summary>
/// <param name="Centre">Centre of the orbit.</param>
/// <param name="DistanceMetres">From the middle of the area.</param>
/// <param name="Sight">How the area is seen from there.</param>
/// <param name="Overhead">How it would be seen from an orbit around its middle: what standing off costs.</param>
public sealed record Station(GeoPoint Centre, double DistanceMetres, SightFrom Sight, SightFrom Overhead);
