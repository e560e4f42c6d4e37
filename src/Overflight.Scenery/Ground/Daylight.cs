using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Scenery.Ground;

/// <summary>The sun at a place and time, and what it does to light and warmth.</summary>
internal readonly record struct Daylight
{
    // Shading and warmth go in steps of this, so that ground that was drawn can be kept.
    public const long StepMicroseconds = 20L * 60 * 1_000_000;

    /// <summary>Towards the sun: east, north, up, of unit length.</summary>
    public float East { get; private init; }

    /// <inheritdoc cref="East"/>
    public float North { get; private init; }

    /// <inheritdoc cref="East"/>
    public float Up { get; private init; }

    /// <summary>How warm the sun has made the ground, 0 to 1: what it did over the last hours.</summary>
    public float Warmth { get; private init; }

    /// <summary>Temperature of the air, degrees Celsius.</summary>
    public float AirCelsius => 15 + 14 * Warmth;

    /// <summary>How bright it is to a camera that opens up at dusk, 0.05 to 1.</summary>
    public float Brightness => Math.Clamp(0.42f + 3.2f * Up, 0.05f, 1);

    /// <summary>The light of a time in its step.</summary>
    public static Daylight At(GeoPoint place, long step) => Of(place, new UtcInstant(step * StepMicroseconds + StepMicroseconds / 2));

    /// <summary>The light of an instant.</summary>
    public static Daylight Of(GeoPoint place, UtcInstant time)
    {
        var (east, north, up) = Sun(place, time);
        var warmth = 0.0;
        for (var hours = 0; hours < 8; hours++)
            warmth += Math.Exp(-hours / 3.0) * Math.Max(0, Sun(place, time.AddSeconds(-3600 * hours)).Up);
        return new Daylight { East = (float)east, North = (float)north, Up = (float)up, Warmth = (float)Math.Min(1, warmth / 2.6) };
    }

    // The sun's mean and true longitude to 0.01 degrees: the low-precision formulae of the Astronomical Almanac, section C.
    private static (double East, double North, double Up) Sun(GeoPoint place, UtcInstant time)
    {
        var days = time.UnixSeconds / 86_400 - 10_957.5;
        var mean = double.DegreesToRadians(280.460 + 0.9856474 * days);
        var anomaly = double.DegreesToRadians(357.528 + 0.9856003 * days);
        var longitude = mean + double.DegreesToRadians(1.915) * Math.Sin(anomaly) + double.DegreesToRadians(0.020) * Math.Sin(2 * anomaly);
        var obliquity = double.DegreesToRadians(23.439 - 4e-7 * days);
        var declination = Math.Asin(Math.Sin(obliquity) * Math.Sin(longitude));
        var ascension = Math.Atan2(Math.Cos(obliquity) * Math.Sin(longitude), Math.Cos(longitude));
        var sidereal = double.DegreesToRadians(280.46062 + 360.98564737 * days + place.LongitudeDegrees);
        var (sh, ch) = Math.SinCos(sidereal - ascension);
        var (sd, cd) = Math.SinCos(declination);
        var (sl, cl) = Math.SinCos(double.DegreesToRadians(place.LatitudeDegrees));
        return (-cd * sh, sd * cl - cd * ch * sl, sd * sl + cd * ch * cl);
    }
}
