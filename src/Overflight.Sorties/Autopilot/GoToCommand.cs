using Overflight.Geodesy;

namespace Overflight.Sorties.Autopilot;

/// <summary>Fly to a place and circle it.</summary>
/// <param name="By">The station that gives it.</param>
/// <param name="At">The place.</param>
/// <param name="AltitudeMetres">Above mean sea level; absent: as it is.</param>
public sealed record GoToCommand(string By, GeoPoint At, double? AltitudeMetres = null) : SortieCommand(By);
