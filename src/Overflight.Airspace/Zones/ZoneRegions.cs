using Overflight.Airspace.Compiling;
using Overflight.Airspace.Pack;
using Overflight.Geodesy;

namespace Overflight.Airspace.Zones;

/// <summary>Makes regions of zone definitions, through the same index as the States' boundaries.</summary>
internal static class ZoneRegions
{
    private const double LongestGeodesicPieceMetres = 1_000;

    /// <summary>The regions in the order of the definitions; what cannot be one is told in the problems.</summary>
    public static IReadOnlyList<AirspaceRegion> Of(string source, IReadOnlyList<ZoneDefinition> definitions, List<string> problems)
    {
        var kept = new List<ZoneDefinition>();
        var names = new HashSet<string>();
        foreach (var zone in definitions)
        {
            if (zone.Rings.Any(CrossesSeam))
                problems.Add($"zone \"{zone.Name}\" runs across the 180th meridian; cut it there (RFC 7946 3.1.9)");
            else if (!names.Add(zone.Name))
                problems.Add($"zone \"{zone.Name}\" stands twice; the first is used");
            else
                kept.Add(zone);
        }
        return Build(source, kept, problems);
    }

    /// <summary>One index for all; where too many zones crowd one cell of it, one for each half.</summary>
    private static AirspaceRegion[] Build(string source, IReadOnlyList<ZoneDefinition> zones, List<string> problems)
    {
        if (zones.Count == 0)
            return [];
        try
        {
            return BuildSet(source, zones);
        }
        catch (InvalidDataException) when (zones.Count > 1)
        {
            var half = zones.Count / 2;
            return [.. Build(source, zones.Take(half).ToArray(), problems), .. Build(source, zones.Skip(half).ToArray(), problems)];
        }
        catch (InvalidDataException error)
        {
            problems.Add($"zone \"{zones[0].Name}\": {error.Message}");
            return [];
        }
    }

    private static AirspaceRegion[] BuildSet(string source, IReadOnlyList<ZoneDefinition> zones)
    {
        var soup = new EdgeSoup { SouthernEnd = -900_000_000 };
        var attributes = new EdgeAttributes[zones.Count];
        for (var i = 0; i < zones.Count; i++)
        {
            var claim = soup.AddClaim(zones[i].Name);
            foreach (var ring in zones[i].Rings)
                soup.AddRing(claim, ToUnits(zones[i].Reading == EdgeReading.Geodesic ? Densified(ring) : ring));
            attributes[i] = new EdgeAttributes(0, EdgeKind.Given, zones[i].Reading, (float)Math.Max(zones[i].UncertaintyMetres, 0));
        }
        var chains = Chains.From(soup, edge => attributes[soup.ClaimSets.All[edge.ClaimSet][0]] with
        {
            ClaimSet = (ushort)edge.ClaimSet,
            UncertaintyMetres = soup.ClaimSets.All[edge.ClaimSet].Max(c => attributes[c].UncertaintyMetres),
        });
        var set = PackMemory.Load(BoundarySetWriter.Write(soup, chains, 1), soup.Claims);
        return zones.Select((zone, claim) => new AirspaceRegion(zone.Name, source, set, claim, zone.Vertical, zone.Validity)).ToArray();
    }

    private static bool CrossesSeam(GeoPoint[] ring)
    {
        for (var i = 1; i < ring.Length; i++)
            if (Math.Abs(ring[i].LongitudeDegrees - ring[i - 1].LongitudeDegrees) > 180)
                return true;
        return false;
    }

    private static (int, int)[] ToUnits(IReadOnlyList<GeoPoint> ring) => ring
        .Select(p => ((int)Math.Round(p.LongitudeDegrees * PackFormat.UnitsPerDegree), (int)Math.Round(p.LatitudeDegrees * PackFormat.UnitsPerDegree)))
        .ToArray();

    /// <summary>A geodesic ring as chords of at most 1 km, which part from it by less than 0.1 m; along a parallel law means the parallel (14 CFR 99.41).</summary>
    private static List<GeoPoint> Densified(GeoPoint[] ring)
    {
        var points = new List<GeoPoint>();
        for (var i = 0; i < ring.Length; i++)
        {
            points.Add(ring[i]);
            var next = ring[(i + 1) % ring.Length];
            if (next == ring[i] || next.LatitudeDegrees == ring[i].LatitudeDegrees)
                continue;
            var line = GeodesicLine.Between(ring[i], next);
            var parts = (int)Math.Ceiling(line.DistanceMetres / LongestGeodesicPieceMetres);
            for (var part = 1; part < parts; part++)
                points.Add(line.PointAt(line.DistanceMetres * part / parts));
        }
        return points;
    }
}
