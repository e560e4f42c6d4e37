using Overflight.Geodesy;

namespace Overflight.Feeds.Asterix;

/// <summary>The radars whose places are known: those given, and those that broadcast it (I034/120).</summary>
internal sealed class RadarSites(IReadOnlyList<RadarSite> given)
{
    private const int MostHeard = 1024;
    private const double Degrees23 = 180.0 / (1 << 23);
    private readonly Dictionary<int, RadarSite> _heard = [];

    /// <summary>The site of a data source: as given for it, as it broadcasts, or as given for whatever radar; else null.</summary>
    public RadarSite? Of(int dataSource)
    {
        RadarSite? forAny = null;
        foreach (var site in given)
        {
            if (site.DataSource == dataSource)
                return site;
            if (site.DataSource is null)
                forAny ??= site;
        }
        return _heard.TryGetValue(dataSource, out var heard) ? heard : forAny;
    }

    /// <summary>Takes item 120 of category 034: height in metres, latitude and longitude in units of 180/2²³ degree. True where it is new.</summary>
    public bool Hear(int dataSource, ReadOnlySpan<byte> data)
    {
        if (dataSource < 0 || _heard.Count >= MostHeard)
            return false;
        var place = new GeoPoint(Octets.Signed24(data[2..]) * Degrees23, Octets.Signed24(data[5..]) * Degrees23);
        var height = Octets.Signed16(data);
        if (!place.IsValid || (_heard.TryGetValue(dataSource, out var known) && known.Place == place && known.HeightMetres == height))
            return false;
        _heard[dataSource] = new RadarSite(place, height, dataSource);
        return true;
    }
}
