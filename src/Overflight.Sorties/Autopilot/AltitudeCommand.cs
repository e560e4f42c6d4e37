namespace Overflight.Sorties.Autopilot;

/// <summary>Climb or descend at once.</summary>
/// <param name="By">The station that gives it.</param>
/// <param name="AltitudeMetres">Above mean sea level.</param>
public sealed record AltitudeCommand(string By, double AltitudeMetres) : SortieCommand(By);
