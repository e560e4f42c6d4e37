using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Patterns.Reach;

/// <summary>Height of an eye above the sea, metres, between its bounds.</summary>
/// <param name="Metres">The heights; likely is NaN where none is known.</param>
/// <param name="Origin">Where it comes from.</param>
public readonly record struct EyeHeight(Estimate Metres, AltitudeOrigin Origin)
{
    // ADS-B geometric altitude: 95 % within 45 m at GVA 2 and 150 m at GVA 1 (DO-260B 2.2.3.2.7.2.8); between them.
    private const double GeometricMetres = 75;

    // The sea-level pressure is seldom 30 hPa off the standard (8.3 m a hPa), the air column seldom 16 K (6 % of its height).
    private const double PressureMetres = 250;
    private const double PressurePart = 0.06;

    // The geoid lies between −107 m and 86 m from the ellipsoid; for a program without its grid.
    private const double GreatestUndulationMetres = 107;

    /// <summary>
    /// The height at a fix: geometric where given, else barometric. Whether a source's geometric altitude is above the ellipsoid
    /// or the sea is not always known; the bounds hold both. None where there is no altitude, or the aircraft is on the ground.
    /// </summary>
    public static EyeHeight At(Track track, int index)
    {
        ArgumentNullException.ThrowIfNull(track);
        var none = new EyeHeight(new Estimate(double.NaN, double.NaN, double.NaN), AltitudeOrigin.None);
        if ((track.Statuses[index] & FixStatus.OnGround) != 0)
            return none;
        var geometric = track.GeometricAltitudesFeet[index] * SiUnits.MetresPerFoot;
        if (double.IsFinite(geometric))
            return Geometric(track.PositionAt(index), geometric);
        var barometric = track.BarometricAltitudesFeet[index] * SiUnits.MetresPerFoot;
        if (!double.IsFinite(barometric))
            return none;
        var off = PressureMetres + PressurePart * Math.Max(0, barometric);
        return new EyeHeight(Bounded(barometric - off, barometric, barometric + off), AltitudeOrigin.Barometric);
    }

    private static EyeHeight Geometric(GeoPoint place, double metres)
    {
        if (!Geoid.IsAvailable)
            return new EyeHeight(Bounded(metres - GeometricMetres - GreatestUndulationMetres, metres, metres + GeometricMetres + GreatestUndulationMetres), AltitudeOrigin.Geometric);
        var aboveSea = metres - Geoid.UndulationMetres(place);
        return new EyeHeight(
            Bounded(Math.Min(metres, aboveSea) - GeometricMetres, aboveSea, Math.Max(metres, aboveSea) + GeometricMetres), AltitudeOrigin.Geometric);
    }

    private static Estimate Bounded(double lower, double likely, double upper) => new(Math.Max(0, lower), Math.Max(0, likely), Math.Max(0, upper));
}
