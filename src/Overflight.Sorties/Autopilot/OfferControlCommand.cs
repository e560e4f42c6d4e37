namespace Overflight.Sorties.Autopilot;

/// <summary>Offer control to another station.</summary>
/// <param name="By">The station that has it.</param>
/// <param name="To">The other.</param>
/// <param name="TimeoutSeconds">How long the offer stands, 1 to 3,600.</param>
public sealed record OfferControlCommand(string By, string To, double TimeoutSeconds = 60) : SortieCommand(By);
