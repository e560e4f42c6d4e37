namespace Overflight.Sorties.Aircraft;

/// <summary>A figure that was published about a type as a whole and that the model is measured against.</summary>
/// <param name="Kind"><c>enduranceHours</c> or <c>rangeKilometres</c>.</param>
/// <param name="Low">The least that is published.</param>
/// <param name="High">The most that is published; the same where sources agree.</param>
/// <param name="AltitudeMetres">Altitude at which the simulation flies it.</param>
/// <param name="ReserveFraction">Part of the fuel that is kept.</param>
/// <param name="Source">Where it was published.</param>
public sealed record PublishedFigure(string Kind, double Low, double High, double AltitudeMetres, double ReserveFraction, string Source);
