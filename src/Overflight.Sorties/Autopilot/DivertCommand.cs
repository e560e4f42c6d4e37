namespace Overflight.Sorties.Autopilot;

/// <summary>Fly to another airfield and land.</summary>
/// <param name="By">The station that gives it.</param>
/// <param name="Airfield">Its id.</param>
public sealed record DivertCommand(string By, string Airfield) : SortieCommand(By);
