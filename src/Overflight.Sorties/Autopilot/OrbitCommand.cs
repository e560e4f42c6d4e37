using Overflight.Geodesy;

namespace Overflight.Sorties.Autopilot;

/// <summary>Circle a place.</summary>
/// <param name="By">The station that gives it.</param>
/// <param name="Centre">The place.</param>
/// <param name="RadiusMetres">Radius over the ground.</param>
/// <param name="Clockwise">The way round, seen from above.</param>
/// <param name="AltitudeMetres">Above mean sea level; absent: as it is.</param>
public sealed record OrbitCommand(string By, GeoPoint Centre, double RadiusMetres, bool Clockwise = true, double? AltitudeMetres = null) : SortieCommand(By);
