using System.Diagnostics;

namespace Overflight.Benchmarks;

/// <summary>CPU seconds of this process: on a shared machine the wall clock measures the neighbours.</summary>
internal static class Timing
{
    /// <summary>The median of several runs, after one that warms up.</summary>
    public static double MedianCpuSeconds(int runs, Action work)
    {
        work();
        var seconds = new List<double>();
        for (var i = 0; i < runs; i++)
        {
            GC.Collect();
            var before = Cpu();
            work();
            seconds.Add(Cpu() - before);
        }
        seconds.Sort();
        return seconds[runs / 2];
    }

    public static string Rate(double count, double seconds) => (count / seconds) switch
    {
        >= 1e6 and var rate => $"{rate / 1e6:0.00} M/s",
        >= 1e3 and var rate => $"{rate / 1e3:0.0} k/s",
        var rate => $"{rate:0.0} /s",
    };

    private static double Cpu() => Process.GetCurrentProcess().TotalProcessorTime.TotalSeconds;
}
