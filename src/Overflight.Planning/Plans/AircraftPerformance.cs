namespace Overflight.Planning.Plans;

/// <summary>What the planner reckons with; what a type really burns is shown by flying the plan in the simulator.</summary>
/// <param name="TransitMetresPerSecond">True airspeed on the way.</param>
/// <param name="LoiterMetresPerSecond">True airspeed on station.</param>
/// <param name="ClimbMetresPerSecond">Mean rate of climb to the altitude.</param>
/// <param name="FuelKilograms">Fuel at take-off.</param>
/// <param name="TransitKilogramsPerHour">Burnt on the way.</param>
/// <param name="LoiterKilogramsPerHour">Burnt on station.</param>
public sealed record AircraftPerformance(
    double TransitMetresPerSecond, double LoiterMetresPerSecond, double ClimbMetresPerSecond, double FuelKilograms, double TransitKilogramsPerHour, double LoiterKilogramsPerHour);
