namespace Overflight.Sorties.Aircraft;

/// <summary>A turbofan.</summary>
public sealed record JetPropulsion : Propulsion
{
    /// <summary>Thrust at sea level, newtons.</summary>
    public required Figure RatedThrustNewtons { get; init; }

    /// <summary>Fuel for thrust, kg/(N·h).</summary>
    public required Figure FuelKilogramsPerNewtonHour { get; init; }

    /// <summary>Thrust lost per watt of electric load, N/W, as fuel is concerned.</summary>
    public required Figure ThrustEquivalentNewtonsPerWatt { get; init; }
}
