using Overflight.Geodesy;

namespace Overflight.Feeds.Asterix;

/// <summary>The place of a target from the slant range and azimuth of a radar.</summary>
internal static class PolarPlace
{
    private const double UnknownHeightMetres = 20_000;

    // What a radar may be wrong by and still meet the EUROCONTROL standard for radar surveillance (1997): range bias
    // 100 m and noise 70 m, azimuth bias 0.1° and noise 0.08°, each noise a standard deviation.
    private const double RangeMetres95 = 100 + 2 * 70;
    private const double AzimuthRadians95 = (0.1 + 2 * 0.08) * Math.PI / 180;

    /// <summary>The place, and the radius that holds it 95 times in 100.</summary>
    /// <param name="site">Where the radar stands.</param>
    /// <param name="rangeMetres">Slant range.</param>
    /// <param name="azimuthDegrees">Clockwise from true north at the radar.</param>
    /// <param name="heightMetres">The target's height by its pressure altitude, or NaN.</param>
    public static (GeoPoint Place, float AccuracyMetres) Of(RadarSite site, double rangeMetres, double azimuthDegrees, double heightMetres)
    {
        var frame = new EnuFrame(site.Place, site.HeightMetres);
        // Pressure altitude differs from height by the weather and the geoid: some hundred metres and some per cent.
        var (low, high) = double.IsNaN(heightMetres)
            ? (site.HeightMetres, UnknownHeightMetres)
            : (heightMetres - 300 - 0.07 * Math.Abs(heightMetres), heightMetres + 300 + 0.07 * Math.Abs(heightMetres));
        var below = GroundRange(frame, site, rangeMetres, azimuthDegrees, low);
        var above = GroundRange(frame, site, rangeMetres, azimuthDegrees, high);
        // Level with the radar it lies farthest out, at the range itself, and may be so between heights that both lie nearer.
        var far = below.Up < 0 && above.Up > 0 ? rangeMetres : Math.Max(below.Ground, above.Ground);
        var near = Math.Min(below.Ground, above.Ground);
        var middle = (near + far) / 2;
        var up = (below.Up + above.Up) / 2;
        var (sine, cosine) = Math.SinCos(azimuthDegrees * (Math.PI / 180));
        var place = frame.FromEnu(middle * sine, middle * cosine, up).Point;
        var heightError = (far - near) / 2;
        var radarError = Math.Sqrt(RangeMetres95 * RangeMetres95 + Math.Pow(rangeMetres * AzimuthRadians95, 2));
        return (place, (float)(radarError + heightError));
    }

    /// <summary>How far out and up, in the radar's plane, a target at a height lies; straight above or below where the range does not reach that height.</summary>
    private static (double Ground, double Up) GroundRange(in EnuFrame frame, RadarSite site, double rangeMetres, double azimuthDegrees, double heightMetres)
    {
        var radar = Wgs84.MeanRadiusMetres + site.HeightMetres;
        var (sine, cosine) = Math.SinCos(azimuthDegrees * (Math.PI / 180));
        var aimed = heightMetres;
        double ground = 0, up = 0;
        // The sphere's answer, put right by how far its height on the ellipsoid misses.
        for (var pass = 0; pass < 3; pass++)
        {
            var target = Wgs84.MeanRadiusMetres + aimed;
            up = rangeMetres > 0 ? (target * target - radar * radar - rangeMetres * rangeMetres) / (2 * radar) : 0;
            up = Math.Clamp(up, -rangeMetres, rangeMetres);
            ground = Math.Sqrt(Math.Max(0, rangeMetres * rangeMetres - up * up));
            aimed += heightMetres - frame.FromEnu(ground * sine, ground * cosine, up).HeightMetres;
        }
        return (ground, up);
    }
}
