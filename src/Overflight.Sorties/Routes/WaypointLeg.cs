using Overflight.Geodesy;

namespace Overflight.Sorties.Routes;

/// <summary>The geodesic to a place.</summary>
/// <param name="At">The place.</param>
/// <param name="Turn">How it is passed.</param>
public sealed record WaypointLeg(GeoPoint At, TurnKind Turn = TurnKind.FlyBy) : RouteLeg
{
    internal override void Check(string field)
    {
        base.Check(field);
        CheckPlace($"{field}.at", At);
    }
}
