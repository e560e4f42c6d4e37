using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Geodesy;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Benchmarks;

/// <summary>
/// Gaps near Mexico: both ends outside, up to 300 km from its boundary and up to 500 km apart, of one to sixty minutes at up
/// to 1.5 times the speed needed; each gap is a flight of two fixes that is classified as <c>analyze</c> does it.
/// </summary>
internal static class VerdictBenchmark
{
    private const int Gaps = 20_000;

    public static void Run(AirspaceIndex index)
    {
        var region = index.Region("MEX")!;
        var paths = Workload(index, region);
        var slots = new List<int>();
        var reached = 0;
        var bounds = Timing.MedianCpuSeconds(5, () =>
        {
            foreach (var path in paths)
                reached += region.Tree.LeastDetour(path.Points[0], path.Points[1], double.PositiveInfinity).Slot;
        });
        var reach = Timing.MedianCpuSeconds(5, () =>
        {
            foreach (var path in paths)
                reached += LegWitness.Within(region.Tree, path.LegAt(0), slots) is null ? 0 : 1;
        });
        var counts = new int[3];
        var decide = Timing.MedianCpuSeconds(5, () =>
        {
            Array.Clear(counts);
            foreach (var path in paths)
                counts[(int)new Classification(path, region).Legs[0]]++;
        });
        var least = 0.0;
        var exact = Timing.MedianCpuSeconds(3, () =>
        {
            foreach (var path in paths)
                least += SpeedToEnter.Least(path, region, new Extremes(path, region, new Classification(path, region)))?.Knots ?? 0;
        });
        Console.WriteLine();
        Console.WriteLine($"Gap verdicts on MEX ({region.Tree.Count:N0} boundary pieces), {Gaps:N0} gaps: {counts[0]:N0} clear, {counts[1]:N0} may touch, {counts[2]:N0} forced");
        Console.WriteLine();
        Console.WriteLine("| | verdicts per CPU second |");
        Console.WriteLine("|---|---:|");
        Console.WriteLine($"| least way over the boundary, by chords (exact for the pieces) | {Timing.Rate(Gaps, bounds)} |");
        Console.WriteLine($"| prism test: can the boundary be reached, certified on the ellipsoid, with a witness where it can | {Timing.Rate(Gaps, reach)} |");
        Console.WriteLine($"| decided, with a witness or a forced passage where there is one | {Timing.Rate(Gaps, decide)} |");
        Console.WriteLine($"| and the exact least speed (V*), nearest and deepest fix | {Timing.Rate(Gaps, exact)} |");
    }

    private static List<FlightPath> Workload(AirspaceIndex index, AirspaceRegion region)
    {
        var random = new Random(20250206);
        var set = index.SetAt(0);
        var edges = Places.Edges(set, region.Claim);
        var paths = new List<FlightPath>();
        while (paths.Count < Gaps)
        {
            var from = Geodesic.Direct(Places.OnEdge(set, edges, random), 360 * random.NextDouble(), 300_000 * random.NextDouble());
            var to = Geodesic.Direct(from, 360 * random.NextDouble(), 500_000 * random.NextDouble());
            if (region.Contains(from) || region.Contains(to))
                continue;
            var seconds = 60 + 3540 * random.NextDouble();
            var speed = Math.Max(30, Geodesic.DistanceMetres(from, to) / seconds * (1 + 0.5 * random.NextDouble()));
            var builder = new TrackBuilder(new Aircraft(AircraftAddress.None), "made");
            foreach (var (time, place) in ((double, GeoPoint)[])[(0, from), (seconds, to)])
                builder.Add(new Fix { Time = UtcInstant.FromUnixSeconds(time), Position = place, Source = FixSource.Telemetry });
            var flight = FlightPreparer.Prepare(builder.Build(), SpeedBound.Given(speed * 3600 / 1852));
            if (flight.Count == 2)
                paths.Add(new FlightPath(flight));
        }
        return paths;
    }
}
