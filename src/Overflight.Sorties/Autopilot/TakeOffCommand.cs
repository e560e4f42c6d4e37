namespace Overflight.Sorties.Autopilot;

/// <summary>Take off and fly the route.</summary>
/// <param name="By">The station that gives it.</param>
public sealed record TakeOffCommand(string By) : SortieCommand(By)
{
    internal override int NeededLevel => 5;
}
