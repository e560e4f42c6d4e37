namespace Overflight.Sorties.Autopilot;

/// <summary>Decline control that was offered.</summary>
/// <param name="By">The station that it was offered to.</param>
public sealed record DeclineControlCommand(string By) : SortieCommand(By);
