namespace Overflight.Sorties.Aircraft;

/// <summary>A sensor that an aircraft carries; the model knows it by its mass only.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MassKilograms">Its mass.</param>
public sealed record SensorMass(string Name, Figure MassKilograms);
