namespace Overflight.Sorties.Autopilot;

/// <summary>Back to the route. It acknowledges the soft fences that were warned of: they are crossed from then on, and recorded.</summary>
/// <param name="By">The station that gives it.</param>
public sealed record ResumeCommand(string By) : SortieCommand(By);
