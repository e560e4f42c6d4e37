namespace Overflight.Mavlink.Vehicles;

/// <summary>Fly to a place and stay there.</summary>
/// <param name="To">The place; NaN in it: as it is.</param>
/// <param name="Speed">Ground speed in metres a second; null: as the vehicle likes.</param>
/// <param name="Radius">Radius of the circle there in metres; negative: anticlockwise; null: as the vehicle likes.</param>
/// <param name="Heading">Heading there in degrees; null: as the vehicle likes.</param>
public sealed record Reposition(Place To, double? Speed = null, double? Radius = null, double? Heading = null);
