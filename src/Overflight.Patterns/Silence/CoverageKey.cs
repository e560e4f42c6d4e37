using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Patterns.Silence;

/// <summary>A piece of air and time: a quarter of a degree each way (half a degree of longitude beyond 60°), 8,000 ft, one hour.</summary>
internal readonly record struct CoverageKey(short Latitude, short Longitude, short Level, int Hour)
{
    private const double CellDegrees = 0.25;
    private const float LevelFeet = 8_000;

    /// <summary>The level of those whose altitude is not known.</summary>
    public const short NoLevel = -1;

    public static CoverageKey Of(GeoPoint place, float feet, UtcInstant time)
    {
        var width = Math.Abs(place.LatitudeDegrees) > 60 ? 2 * CellDegrees : CellDegrees;
        return new CoverageKey(
            (short)Math.Floor(place.LatitudeDegrees / CellDegrees), (short)Math.Floor(place.LongitudeDegrees / width),
            float.IsNaN(feet) ? NoLevel : (short)Math.Clamp(feet / LevelFeet, 0, 9), (int)Math.Floor(time.UnixSeconds / 3600));
    }
}
