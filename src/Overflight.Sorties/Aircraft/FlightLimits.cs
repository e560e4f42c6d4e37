namespace Overflight.Sorties.Aircraft;

/// <summary>Limits within which it is flown.</summary>
/// <param name="MaximumTrueAirspeedMetresPerSecond">Greatest true airspeed in level flight.</param>
/// <param name="CeilingMetres">Highest pressure altitude.</param>
/// <param name="ClimbMetresPerSecond">Greatest climb, where power allows.</param>
/// <param name="DescentMetresPerSecond">Greatest descent, positive.</param>
/// <param name="BankDegrees">Greatest bank.</param>
/// <param name="RollDegreesPerSecond">Rate of roll.</param>
public sealed record FlightLimits(
    Figure MaximumTrueAirspeedMetresPerSecond, Figure CeilingMetres, Figure ClimbMetresPerSecond, Figure DescentMetresPerSecond, Figure BankDegrees, Figure RollDegreesPerSecond);
