using Overflight.Airspace;
using Overflight.Airspace.Compiling;

namespace Overflight.BoundaryCompiler;

/// <summary>What the pack says of the data it was made from.</summary>
internal static class Sources
{
    private const string Attribution = "© OpenStreetMap contributors, ODbL 1.0";

    public static BoundarySource OsmBorders(EdgeSoup soup, Chains chains, string sha256) => new()
    {
        Name = "osm-borders",
        Title = "States with their territorial seas, from OpenStreetMap administrative boundaries, simplified to 10 m",
        Package = "@osm_borders/maritime_10m 1.1.0",
        Vintage = "2022",
        Sha256 = sha256,
        Licence = "ODbL-1.0",
        Attribution = Attribution,
        Claims = soup.Claims,
        Edges = chains.Attribute.Count(a => a != 0),
        Faults =
        [
            "GRC: the limit in the Aegean lies at 6 NM times the cosine of latitude from the coast (a buffer drawn in Mercator metres)",
            "PER, ECU: drawn to 200 NM, which other States read as an exclusive economic zone",
            "Claims overlap where States disagree (Crimea and others) and are kept so",
            "Seams at 180 degrees and at 85.05 S are left out; the Antarctic claim runs on to the pole",
        ],
    };

    public static BoundarySource GeoMaps(EdgeSoup soup, Chains chains, string sha256) => new()
    {
        Name = "geo-maps",
        Title = "States with their territorial seas, from OpenStreetMap, simplified to 10 m; the second witness",
        Package = "@geo-maps/countries-maritime-10m 0.6.0",
        Vintage = "2017",
        Sha256 = sha256,
        Licence = "ODbL-1.0",
        Attribution = Attribution,
        Claims = soup.Claims,
        Edges = chains.Attribute.Count(a => a != 0),
        Faults =
        [
            "Holes were lost in the source; the even-odd rule over a State's rings restores them (LSO, SMR, VAT and others)",
            "PER: drawn to 200 NM",
            "Seams at 180 degrees and at 85.05 S are left out; the Antarctic claim runs on to the pole",
        ],
    };
}
