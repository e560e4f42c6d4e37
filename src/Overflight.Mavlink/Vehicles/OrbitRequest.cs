using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Vehicles;

/// <summary>Circle a place.</summary>
/// <param name="Centre">The centre; NaN in it: as it is.</param>
/// <param name="Radius">Metres; negative: anticlockwise; null: as the vehicle likes.</param>
/// <param name="Speed">Metres a second along the circle; null: as the vehicle likes.</param>
/// <param name="Yaw">Where the nose points.</param>
/// <param name="Turns">How many times round; null: until told otherwise.</param>
public sealed record OrbitRequest(Place Centre, double? Radius, double? Speed, OrbitYawBehaviour Yaw, double? Turns);
