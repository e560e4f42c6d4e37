using Overflight.Airspace;
using Overflight.Airspace.Pack;
using Overflight.Geodesy;

namespace Overflight.Benchmarks;

/// <summary>The seeded places that all peers are asked about.</summary>
internal sealed record Places(double[] Latitude, double[] Longitude)
{
    public int Count => Latitude.Length;

    /// <summary>Half even on the sphere, half within 200 km of Mexico's boundary: the land border with the USA, and the sea limits off its coasts.</summary>
    public static Places Mixed(AirspaceIndex index, int count)
    {
        var random = new Random(20250204);
        var places = new Places(new double[count], new double[count]);
        var set = index.SetAt(0);
        var edges = Edges(set, set.ClaimIndex("MEX"));
        for (var i = 0; i < count; i++)
        {
            var place = i % 2 == 0
                ? new GeoPoint(double.RadiansToDegrees(Math.Asin(2 * random.NextDouble() - 1)), 360 * random.NextDouble() - 180)
                : Geodesic.Direct(OnEdge(set, edges, random), 360 * random.NextDouble(), 200_000 * random.NextDouble());
            (places.Latitude[i], places.Longitude[i]) = (place.LatitudeDegrees, place.LongitudeDegrees);
        }
        return places;
    }

    /// <summary>On edges of a set as near as binary64 can be; a tenth on corners.</summary>
    public static Places OnEdges(BoundarySet set, int count)
    {
        var random = new Random(20250205);
        var places = new Places(new double[count], new double[count]);
        var edges = Enumerable.Range(0, set.Claims.Count).SelectMany(c => Edges(set, c)).Distinct().ToArray();
        for (var i = 0; i < count; i++)
        {
            var place = OnEdge(set, edges, random, corner: i % 10 == 0);
            (places.Latitude[i], places.Longitude[i]) = (place.LatitudeDegrees, place.LongitudeDegrees);
        }
        return places;
    }

    public static int[] Edges(BoundarySet set, int claim)
    {
        var edges = new List<int>();
        var runs = set.RunsOf(claim);
        for (var r = 0; r < runs.Length; r += 2)
            edges.AddRange(Enumerable.Range((int)runs[r], (int)runs[r + 1]));
        return [.. edges];
    }

    public static GeoPoint OnEdge(BoundarySet set, int[] edges, Random random, bool corner = false)
    {
        var edge = edges[random.Next(edges.Length)];
        var f = corner ? 0 : random.NextDouble();
        return new GeoPoint(
            set.Latitude(edge) + f * (set.Latitude(edge + 1) - set.Latitude(edge)),
            set.Longitude(edge) + f * (set.Longitude(edge + 1) - set.Longitude(edge)));
    }

    /// <summary>(f64 longitude, f64 latitude) pairs.</summary>
    public void Write(string path)
    {
        using var writer = new BinaryWriter(File.Create(path));
        for (var i = 0; i < Count; i++)
        {
            writer.Write(Longitude[i]);
            writer.Write(Latitude[i]);
        }
    }
}
