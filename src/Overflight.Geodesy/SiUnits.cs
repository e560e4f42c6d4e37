namespace Overflight.Geodesy;

/// <summary>Exact factors between the units of aviation and those of the SI (ICAO Annex 5, table 3-3).</summary>
public static class SiUnits
{
    /// <summary>Metres in one foot.</summary>
    public const double MetresPerFoot = 0.3048;

    /// <summary>Metres a second in one knot.</summary>
    public const double MetresPerSecondPerKnot = Wgs84.MetresPerNauticalMile / 3600;

    /// <summary>Knots in one metre a second.</summary>
    public const double KnotsPerMetrePerSecond = 3600 / Wgs84.MetresPerNauticalMile;
}
