namespace Overflight.Sorties.Autopilot;

/// <summary>Circle here.</summary>
/// <param name="By">The station that gives it.</param>
public sealed record HoldCommand(string By) : SortieCommand(By);
