namespace Overflight.Sorties.Routes;

/// <summary>To another airfield, and landing.</summary>
/// <param name="Airfield">Its id.</param>
public sealed record DivertLeg(string Airfield) : RouteLeg;
