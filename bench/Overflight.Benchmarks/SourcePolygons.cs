using System.Text.Json;

namespace Overflight.Benchmarks;

/// <summary>The polygons of a source file as they are, each by itself: a claim holds a place that an odd number of its polygons hold.</summary>
internal sealed record SourcePolygon(int Claim, double[][] Rings)
{
    private static readonly (string File, string Code)[] s_sources =
    [
        ("@osm_borders/maritime_10m/borders.geo.json", "isoA3"),
        ("@geo-maps/countries-maritime-10m/map.geo.json", "A3"),
    ];

    public static List<SourcePolygon> Read(string modules, int set, IReadOnlyList<string> claims)
    {
        var (file, code) = s_sources[set];
        using var document = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(modules, file)));
        var polygons = new List<SourcePolygon>();
        foreach (var feature in document.RootElement.GetProperty("features").EnumerateArray())
        {
            var claim = claims.ToList().IndexOf(feature.GetProperty("properties").GetProperty(code).GetString()!);
            AddGeometry(feature.GetProperty("geometry"), claim, polygons);
        }
        return polygons;
    }

    /// <summary>For the peers in other languages: u32 polygons; each u32 claim, u32 rings; each u32 corners, then (f64 longitude, f64 latitude).</summary>
    public static void Write(string path, List<SourcePolygon> polygons)
    {
        using var writer = new BinaryWriter(File.Create(path));
        writer.Write(polygons.Count);
        foreach (var polygon in polygons)
        {
            writer.Write(polygon.Claim);
            writer.Write(polygon.Rings.Length);
            foreach (var ring in polygon.Rings)
            {
                writer.Write(ring.Length / 2);
                foreach (var value in ring)
                    writer.Write(value);
            }
        }
    }

    private static void AddGeometry(JsonElement geometry, int claim, List<SourcePolygon> polygons)
    {
        switch (geometry.GetProperty("type").GetString())
        {
            case "GeometryCollection":
                foreach (var member in geometry.GetProperty("geometries").EnumerateArray())
                    AddGeometry(member, claim, polygons);
                break;
            case "MultiPolygon":
                foreach (var polygon in geometry.GetProperty("coordinates").EnumerateArray())
                    polygons.Add(new SourcePolygon(claim, RingsOf(polygon)));
                break;
            case "Polygon":
                polygons.Add(new SourcePolygon(claim, RingsOf(geometry.GetProperty("coordinates"))));
                break;
        }
    }

    private static double[][] RingsOf(JsonElement polygon) =>
        [.. polygon.EnumerateArray().Select(ring => ring.EnumerateArray().SelectMany(p => new[] { p[0].GetDouble(), p[1].GetDouble() }).ToArray())];
}
