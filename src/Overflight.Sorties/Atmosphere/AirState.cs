namespace Overflight.Sorties.Atmosphere;

/// <summary>The air at a height.</summary>
/// <param name="PressurePascals">Static pressure.</param>
/// <param name="TemperatureKelvin">Static temperature.</param>
/// <param name="DensityKilogramsPerCubicMetre">Density, as a dry perfect gas.</param>
/// <param name="PressureAltitudeMetres">Geopotential altitude at which the standard atmosphere has this pressure.</param>
public readonly record struct AirState(double PressurePascals, double TemperatureKelvin, double DensityKilogramsPerCubicMetre, double PressureAltitudeMetres)
{
    /// <summary>Density over that of the standard atmosphere at sea level.</summary>
    public double DensityRatio => DensityKilogramsPerCubicMetre / StandardAtmosphere.SeaLevelDensity;
}
