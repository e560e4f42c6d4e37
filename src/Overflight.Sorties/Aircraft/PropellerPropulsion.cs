namespace Overflight.Sorties.Aircraft;

/// <summary>An engine that turns a propeller.</summary>
public sealed record PropellerPropulsion : Propulsion
{
    /// <summary>Shaft power at sea level, watts.</summary>
    public required Figure RatedPowerWatts { get; init; }

    /// <summary>Thrust power over shaft power, in flight.</summary>
    public required Figure PropellerEfficiency { get; init; }

    /// <summary>Fuel for shaft work, kg/kWh.</summary>
    public required Figure FuelKilogramsPerKilowattHour { get; init; }
}
