namespace Overflight.Sorties.Atmosphere;

/// <summary>
/// The atmosphere of a day: the standard one with its temperature shifted by the same amount at every pressure, and the
/// pressure at sea level set. Hydrostatic: a warm column is taller, dH = (T + ΔT)/T dHp.
/// </summary>
public sealed class AirColumn
{
    private readonly double _seaLevelPressureAltitude;
    private readonly double _seaLevelIntegral;

    /// <summary>Makes a column.</summary>
    /// <param name="temperatureOffsetKelvin">Added to the standard temperature, −60 to 60.</param>
    /// <param name="qnhHectopascals">Pressure at mean sea level, 850 to 1100.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is out of its range.</exception>
    public AirColumn(double temperatureOffsetKelvin = 0, double qnhHectopascals = 1013.25)
    {
        if (!(Math.Abs(temperatureOffsetKelvin) <= 60))
            throw new ArgumentOutOfRangeException(nameof(temperatureOffsetKelvin), temperatureOffsetKelvin, "The temperature offset is −60 to 60 K.");
        if (!(qnhHectopascals is >= 850 and <= 1100))
            throw new ArgumentOutOfRangeException(nameof(qnhHectopascals), qnhHectopascals, "The QNH is 850 to 1100 hPa.");
        TemperatureOffsetKelvin = temperatureOffsetKelvin;
        QnhHectopascals = qnhHectopascals;
        _seaLevelPressureAltitude = StandardAtmosphere.PressureAltitudeMetres(qnhHectopascals * 100);
        _seaLevelIntegral = StandardAtmosphere.InverseTemperatureIntegral(_seaLevelPressureAltitude);
    }

    /// <summary>The standard atmosphere itself.</summary>
    public static AirColumn Standard { get; } = new();

    /// <summary>Kelvin above the standard temperature.</summary>
    public double TemperatureOffsetKelvin { get; }

    /// <summary>Pressure at mean sea level.</summary>
    public double QnhHectopascals { get; }

    /// <summary>Pressure altitude at a geometric height above mean sea level; held to −5 … 25 km.</summary>
    public double PressureAltitudeMetres(double heightMetres)
    {
        const double R = StandardAtmosphere.GeopotentialRadiusMetres;
        var geopotential = R * heightMetres / (R + heightMetres);
        var altitude = geopotential + _seaLevelPressureAltitude;
        if (TemperatureOffsetKelvin != 0)
        {
            for (var iteration = 0; iteration < 8; iteration++)
            {
                var residual = Geopotential(altitude) - geopotential;
                altitude -= residual / (1 + TemperatureOffsetKelvin / StandardAtmosphere.TemperatureKelvin(altitude));
                if (Math.Abs(residual) < 1e-7)
                    break;
            }
        }
        return Math.Clamp(altitude, StandardAtmosphere.LowestMetres, StandardAtmosphere.HighestMetres);
    }

    /// <summary>Geometric height above mean sea level of a pressure altitude.</summary>
    public double HeightMetres(double pressureAltitudeMetres)
    {
        const double R = StandardAtmosphere.GeopotentialRadiusMetres;
        var geopotential = Geopotential(pressureAltitudeMetres);
        return R * geopotential / (R - geopotential);
    }

    /// <summary>The air at a geometric height above mean sea level.</summary>
    public AirState At(double heightMetres)
    {
        var altitude = PressureAltitudeMetres(heightMetres);
        var pressure = StandardAtmosphere.PressurePascals(altitude);
        var temperature = StandardAtmosphere.TemperatureKelvin(altitude) + TemperatureOffsetKelvin;
        return new AirState(pressure, temperature, pressure / (StandardAtmosphere.GasConstant * temperature), altitude);
    }

    private double Geopotential(double pressureAltitude) =>
        pressureAltitude - _seaLevelPressureAltitude + (TemperatureOffsetKelvin == 0
            ? 0
            : TemperatureOffsetKelvin * (StandardAtmosphere.InverseTemperatureIntegral(pressureAltitude) - _seaLevelIntegral));
}
