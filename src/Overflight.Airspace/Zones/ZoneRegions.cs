using Overflight.Airspace.Compiling;
using Overflight.Airspace.Pack;
using Overflight.Geodesy;

namespace Overflight.Airspace.Zones;

/// <summary>Makes regions of zone definitions, through the same index as the States' boundaries.</summary>
internal static class ZoneRegions
{
    private const double LongestGeodesicPieceMetres = 1_000;

    public static IReadOnlyList<AirspaceRegion> Of(string source, IReadOnlyList<ZoneDefinition> definitions, List<string> problems)
    {
        var soup = new EdgeSoup { SouthernEnd = -900_000_000 };
        var kept = new List<(ZoneDefinition Zone, int Claim)>();
        var attributes = new List<EdgeAttributes>();
        foreach (var zone in definitions)
        {
            if (kept.Exists(k => k.Zone.Name == zone.Name))
                problems.Add($"zone \"{zone.Name}\" stands twice; the first is used");
            else if (zone.Rings.Any(CrossesSeam))
                problems.Add($"zone \"{zone.Name}\" runs across the 180th meridian; cut it there (RFC 7946 3.1.9)");
            else
            {
                var claim = soup.AddClaim(zone.Name);
                foreach (var ring in zone.Rings)
                    soup.AddRing(claim, ToUnits(zone.Reading == EdgeReading.Geodesic ? Densified(ring) : ring));
                attributes.Add(new EdgeAttributes(0, EdgeKind.Given, zone.Reading, (float)Math.Max(zone.UncertaintyMetres, 0)));
                kept.Add((zone, claim));
            }
        }
        if (kept.Count == 0)
            return [];
        var chains = Chains.From(soup, edge => attributes[soup.ClaimSets.All[edge.ClaimSet][0]] with
        {
            ClaimSet = (ushort)edge.ClaimSet,
            UncertaintyMetres = soup.ClaimSets.All[edge.ClaimSet].Max(c => attributes[c].UncertaintyMetres),
        });
        var set = PackMemory.Load(BoundarySetWriter.Write(soup, chains, 1), soup.Claims);
        return kept.Select(k => new AirspaceRegion(k.Zone.Name, source, set, k.Claim, k.Zone.Vertical, k.Zone.Validity)).ToArray();
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
