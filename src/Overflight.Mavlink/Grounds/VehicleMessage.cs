using Overflight.Mavlink.Links;

namespace Overflight.Mavlink.Grounds;

/// <summary>Something that a vehicle told.</summary>
/// <param name="Vehicle">The vehicle.</param>
/// <param name="Frame">What it told.</param>
public sealed record VehicleMessage(GroundVehicle Vehicle, MavlinkFrame Frame);
