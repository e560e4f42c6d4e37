namespace Overflight.Mavlink.Arming;

/// <summary>A request to arm a vehicle.</summary>
/// <param name="VehicleSystem">The vehicle.</param>
/// <param name="AskerSystem">System that wants it armed.</param>
/// <param name="AskerComponent">Component that wants it armed.</param>
/// <param name="IsVerified">Whether the asker's signature was found true.</param>
/// <param name="MissionId">Id of the mission on board, as in MISSION_CURRENT; 0: none.</param>
public sealed record ArmRequest(byte VehicleSystem, byte AskerSystem, byte AskerComponent, bool IsVerified, uint MissionId);
