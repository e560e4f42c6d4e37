namespace Overflight.Sorties.Routes;

/// <summary>Back to the home airfield, and landing.</summary>
public sealed record ReturnLeg : RouteLeg;
