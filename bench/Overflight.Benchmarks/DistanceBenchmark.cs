using Overflight.Airspace;
using Overflight.Geodesy;

namespace Overflight.Benchmarks;

/// <summary>Signed geodesic distance to Mexico's boundary, with the edge, from places within 200 km of it.</summary>
internal static class DistanceBenchmark
{
    private const int Count = 20_000;

    public static void Run(AirspaceIndex index)
    {
        var random = new Random(20250207);
        var region = index.Region("MEX")!;
        var set = index.SetAt(0);
        var edges = Places.Edges(set, region.Claim);
        var places = Enumerable.Range(0, Count).Select(_ => Geodesic.Direct(Places.OnEdge(set, edges, random), 360 * random.NextDouble(), 200_000 * random.NextDouble())).ToArray();
        var sum = 0.0;
        var seconds = Timing.MedianCpuSeconds(5, () =>
        {
            foreach (var place in places)
                sum += region.DistanceTo(place).SignedMetres;
        });
        Console.WriteLine();
        Console.WriteLine($"Distance to the nearest legal edge of MEX, to a millimetre by geodesic: {Timing.Rate(Count, seconds)} per CPU second");
    }
}
