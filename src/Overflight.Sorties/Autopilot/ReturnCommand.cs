namespace Overflight.Sorties.Autopilot;

/// <summary>Fly home and land.</summary>
/// <param name="By">The station that gives it.</param>
public sealed record ReturnCommand(string By) : SortieCommand(By);
