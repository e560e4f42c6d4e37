using Overflight.Geodesy;

namespace Overflight.Feeds.Asterix;

/// <summary>Where a radar stands, so that its ranges and bearings become places.</summary>
/// <param name="Place">Its antenna, WGS-84.</param>
/// <param name="HeightMetres">The antenna's height above the ellipsoid, metres.</param>
/// <param name="DataSource">System area code and system identification code as one number (25/201 is 6601), or null for whatever radar.</param>
public sealed record RadarSite(GeoPoint Place, double HeightMetres, int? DataSource = null)
{
    /// <summary>Reads <c>[SAC/SIC=]LATITUDE,LONGITUDE[,HEIGHT]</c>, degrees and metres.</summary>
    public static bool TryParse(string text, out RadarSite? site)
    {
        ArgumentNullException.ThrowIfNull(text);
        site = null;
        int? source = null;
        var equals = text.IndexOf('=', StringComparison.Ordinal);
        if (equals >= 0)
        {
            var codes = text[..equals].Split('/');
            if (codes.Length != 2 || !byte.TryParse(codes[0], out var area) || !byte.TryParse(codes[1], out var identification))
                return false;
            source = (area << 8) | identification;
        }
        var parts = text[(equals + 1)..].Split(',');
        var numbers = new double[3];
        if (parts.Length is < 2 or > 3)
            return false;
        for (var i = 0; i < parts.Length; i++)
        {
            if (!double.TryParse(parts[i], out numbers[i]) || !double.IsFinite(numbers[i]))
                return false;
        }
        var place = new GeoPoint(numbers[0], numbers[1]);
        if (!place.IsValid || numbers[2] is < -1_000 or > 20_000)
            return false;
        site = new RadarSite(place, numbers[2], source);
        return true;
    }
}
