namespace Overflight.Sorties.Autopilot;

/// <summary>What it takes to reach an airfield from a place.</summary>
/// <param name="Airfield">The airfield.</param>
/// <param name="DistanceMetres">Along the geodesic.</param>
/// <param name="Seconds">Flying time in the wind; infinite where it is too strong.</param>
/// <param name="TripKilograms">Fuel for the way and the approach.</param>
/// <param name="ReserveKilograms">Fuel that must be left on arrival.</param>
public sealed record FuelNeed(Airfield Airfield, double DistanceMetres, double Seconds, double TripKilograms, double ReserveKilograms)
{
    /// <summary>Trip and reserve.</summary>
    public double TotalKilograms => TripKilograms + ReserveKilograms;
}
