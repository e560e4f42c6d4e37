using System.Text.Json;

namespace Overflight.Airspace.Zones;

/// <summary>The rings of one GeoJSON feature and its properties (RFC 7946).</summary>
/// <param name="Properties">The feature's properties; undefined where there are none.</param>
/// <param name="Rings">All rings of all its polygons, in the order of the file.</param>
internal sealed record GeoJsonArea(JsonElement Properties, IReadOnlyList<(double Longitude, double Latitude)[]> Rings)
{
    /// <summary>Every feature of a collection that has polygons; others are passed over.</summary>
    /// <exception cref="InvalidDataException">The text is not GeoJSON, or a coordinate is not a place.</exception>
    public static IEnumerable<GeoJsonArea> ReadAll(JsonElement root)
    {
        var type = root.ValueKind == JsonValueKind.Object && root.TryGetProperty("type", out var t) ? t.GetString() : null;
        if (type == "FeatureCollection")
        {
            foreach (var feature in root.GetProperty("features").EnumerateArray())
                yield return FromFeature(feature);
        }
        else if (type == "Feature")
            yield return FromFeature(root);
        else if (type is not null)
            yield return new GeoJsonArea(default, RingsOf(root));
        else
            throw new InvalidDataException("not GeoJSON: no \"type\" at the top");
    }

    private static GeoJsonArea FromFeature(JsonElement feature)
    {
        feature.TryGetProperty("properties", out var properties);
        return feature.TryGetProperty("geometry", out var geometry) && geometry.ValueKind == JsonValueKind.Object
            ? new GeoJsonArea(properties, RingsOf(geometry))
            : new GeoJsonArea(properties, []);
    }

    private static List<(double, double)[]> RingsOf(JsonElement geometry)
    {
        var rings = new List<(double, double)[]>();
        Collect(geometry, rings, 0);
        return rings;
    }

    private static void Collect(JsonElement geometry, List<(double, double)[]> rings, int depth)
    {
        if (depth > 8)
            throw new InvalidDataException("GeometryCollections nested more than 8 deep");
        switch (geometry.GetProperty("type").GetString())
        {
            case "GeometryCollection":
                foreach (var member in geometry.GetProperty("geometries").EnumerateArray())
                    Collect(member, rings, depth + 1);
                break;
            case "Polygon":
                AddPolygon(geometry.GetProperty("coordinates"), rings);
                break;
            case "MultiPolygon":
                foreach (var polygon in geometry.GetProperty("coordinates").EnumerateArray())
                    AddPolygon(polygon, rings);
                break;
        }
    }

    private static void AddPolygon(JsonElement polygon, List<(double, double)[]> rings)
    {
        foreach (var ring in polygon.EnumerateArray())
        {
            var corners = new (double, double)[ring.GetArrayLength()];
            var i = 0;
            foreach (var position in ring.EnumerateArray())
            {
                var (longitude, latitude) = (position[0].GetDouble(), position[1].GetDouble());
                if (!(Math.Abs(longitude) <= 180 && Math.Abs(latitude) <= 90))
                    throw new InvalidDataException($"position [{longitude}, {latitude}] is not a place (RFC 7946: longitude first)");
                corners[i++] = (longitude, latitude);
            }
            rings.Add(corners);
        }
    }
}
