namespace Overflight.Sorties.Atmosphere;

/// <summary>
/// The ICAO standard atmosphere (ICAO Doc 7488, the same as ISO 2533) in its three lowest layers, −5 to 25 km: gradient
/// −6.5 K/km to 11 km, none to 20 km, +1 K/km above.
/// </summary>
public static class StandardAtmosphere
{
    /// <summary>Pressure at sea level, Pa.</summary>
    public const double SeaLevelPressure = 101_325;

    /// <summary>Temperature at sea level, K.</summary>
    public const double SeaLevelTemperature = 288.15;

    /// <summary>Density at sea level, kg/m³.</summary>
    public const double SeaLevelDensity = SeaLevelPressure / (GasConstant * SeaLevelTemperature);

    /// <summary>Gas constant of dry air, J/(kg·K).</summary>
    public const double GasConstant = 287.05287;

    /// <summary>Standard acceleration of free fall, m/s².</summary>
    public const double Gravity = 9.80665;

    /// <summary>The lowest geopotential altitude that is answered, metres.</summary>
    public const double LowestMetres = -5_000;

    /// <summary>The highest geopotential altitude that is answered, metres.</summary>
    public const double HighestMetres = 25_000;

    /// <summary>Radius by which geometric height becomes geopotential, metres (ICAO Doc 7488).</summary>
    public const double GeopotentialRadiusMetres = 6_356_766;

    internal const double Tropopause = 11_000;
    internal const double UpperLayer = 20_000;
    internal const double LapseRate = -0.0065;
    internal const double UpperLapseRate = 0.001;
    internal const double StratosphereTemperature = 216.65;
    private const double Exponent = -Gravity / (LapseRate * GasConstant);
    private const double UpperExponent = -Gravity / (UpperLapseRate * GasConstant);
    private static readonly double s_tropopausePressure = SeaLevelPressure * Math.Pow(StratosphereTemperature / SeaLevelTemperature, Exponent);
    private static readonly double s_upperPressure = s_tropopausePressure * Math.Exp(-Gravity * (UpperLayer - Tropopause) / (GasConstant * StratosphereTemperature));

    /// <summary>Temperature at a geopotential altitude, kelvin.</summary>
    public static double TemperatureKelvin(double altitudeMetres) => altitudeMetres switch
    {
        < Tropopause => SeaLevelTemperature + LapseRate * altitudeMetres,
        <= UpperLayer => StratosphereTemperature,
        _ => StratosphereTemperature + UpperLapseRate * (altitudeMetres - UpperLayer),
    };

    /// <summary>Pressure at a geopotential altitude, pascals.</summary>
    public static double PressurePascals(double altitudeMetres) => altitudeMetres switch
    {
        < Tropopause => SeaLevelPressure * Math.Pow(1 + LapseRate / SeaLevelTemperature * altitudeMetres, Exponent),
        <= UpperLayer => s_tropopausePressure * Math.Exp(-Gravity * (altitudeMetres - Tropopause) / (GasConstant * StratosphereTemperature)),
        _ => s_upperPressure * Math.Pow(1 + UpperLapseRate / StratosphereTemperature * (altitudeMetres - UpperLayer), UpperExponent),
    };

    /// <summary>Geopotential altitude at which the pressure is found, metres: the inverse of <see cref="PressurePascals"/>.</summary>
    public static double PressureAltitudeMetres(double pressurePascals)
    {
        if (pressurePascals > s_tropopausePressure)
            return SeaLevelTemperature / LapseRate * (Math.Pow(pressurePascals / SeaLevelPressure, 1 / Exponent) - 1);
        if (pressurePascals >= s_upperPressure)
            return Tropopause - GasConstant * StratosphereTemperature / Gravity * Math.Log(pressurePascals / s_tropopausePressure);
        return UpperLayer + StratosphereTemperature / UpperLapseRate * (Math.Pow(pressurePascals / s_upperPressure, 1 / UpperExponent) - 1);
    }

    /// <summary>∫ dH/T from sea level to an altitude, m/K: what a temperature offset stretches a column by, per kelvin.</summary>
    internal static double InverseTemperatureIntegral(double altitudeMetres)
    {
        var sum = Math.Log(TemperatureKelvin(Math.Min(altitudeMetres, Tropopause)) / SeaLevelTemperature) / LapseRate;
        if (altitudeMetres > Tropopause)
            sum += (Math.Min(altitudeMetres, UpperLayer) - Tropopause) / StratosphereTemperature;
        if (altitudeMetres > UpperLayer)
            sum += Math.Log(TemperatureKelvin(altitudeMetres) / StratosphereTemperature) / UpperLapseRate;
        return sum;
    }
}
