using System.Diagnostics;
using Overflight.Airspace;
using Overflight.Geodesy;

namespace Overflight.Benchmarks;

/// <summary>The pack's size, and the time from a path to a first answer.</summary>
internal static class OpenBenchmark
{
    public static void Run(string path)
    {
        var times = new List<double>();
        for (var i = 0; i < 21; i++)
        {
            var clock = Stopwatch.StartNew();
            AirspaceIndex.Open(path).Locate(new GeoPoint(27.5, -114.98));
            times.Add(clock.Elapsed.TotalMilliseconds);
        }
        Console.WriteLine();
        Console.WriteLine($"Pack: {new FileInfo(path).Length / 1e6:0.0} MB; opened and asked once in {times.Order().ElementAt(10):0.0} ms (median of 21, file cached; slowest {times.Max():0.0} ms)");
    }
}
