namespace Overflight.Sorties.Flight;

/// <summary>What the autopilot asks of the aircraft for the next step.</summary>
/// <param name="BankRadians">Bank, right positive.</param>
/// <param name="SpeedMetresPerSecond">True airspeed.</param>
/// <param name="VerticalSpeedMetresPerSecond">Vertical speed over the ground, up positive.</param>
public readonly record struct FlightDemand(double BankRadians, double SpeedMetresPerSecond, double VerticalSpeedMetresPerSecond)
{
    /// <summary>Gear and spoilers out, as on the final: a zero-lift drag of 0.05 more. Generic.</summary>
    public bool DragDevices { get; init; }
}
