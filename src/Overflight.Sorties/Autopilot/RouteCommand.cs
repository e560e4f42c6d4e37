using Overflight.Sorties.Routes;

namespace Overflight.Sorties.Autopilot;

/// <summary>Fly another route from here.</summary>
/// <param name="By">The station that gives it.</param>
/// <param name="Route">The route.</param>
public sealed record RouteCommand(string By, Route Route) : SortieCommand(By);
