namespace Overflight.Sorties.Autopilot;

/// <summary>Accept control that was offered.</summary>
/// <param name="By">The station that it was offered to.</param>
public sealed record AcceptControlCommand(string By) : SortieCommand(By);
