namespace Overflight.Sorties.Aircraft;

/// <summary>Masses of a type.</summary>
/// <param name="EmptyKilograms">Empty, without sensors and fuel.</param>
/// <param name="MaximumTakeOffKilograms">The most at take-off.</param>
/// <param name="FuelCapacityKilograms">Full tanks.</param>
public sealed record Masses(Figure EmptyKilograms, Figure MaximumTakeOffKilograms, Figure FuelCapacityKilograms);
