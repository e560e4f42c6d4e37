using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using Overflight.Misb.Ts;

namespace Overflight.Benchmarks;

/// <summary>
/// A recorded transport stream over and over, 450 MB in a file: ours takes out every item of the metadata as a typed value and checks
/// checksums, as a process of its own on one core; the peer, FFmpeg, only takes the bytes of the metadata out. In turns, starts included.
/// </summary>
internal static partial class VideoBenchmark
{
    /// <summary>The command by which this program runs itself.</summary>
    public const string ReadCommand = "video-read";

    private const long Bytes = 450_000_000;
    private const int Runs = 7;
    private const int ChildrenOf = -1;

    public static void Run(string recording, string work)
    {
        var path = Path.Combine(work, "video.ts");
        var one = File.ReadAllBytes(recording);
        var repeats = (int)(Bytes / one.Length);
        using (var file = File.Create(path))
            for (var i = 0; i < repeats; i++)
                file.Write(one);
        var self = Environment.GetEnvironmentVariable("OVERFLIGHT_READY") ?? Environment.GetCommandLineArgs()[0];
        (string Name, string Program, string[] Arguments)[] rows =
        [
            ("demux, every item to its typed value, checksums", "dotnet", [self, ReadCommand, path, "flat"]),
            ("the same, nested sets and packs too, texts as strings", "dotnet", [self, ReadCommand, path, "deep"]),
            ("ffmpeg -map 0:d -c copy -f data, demux alone", "ffmpeg", ["-nostdin", "-v", "quiet", "-y", "-i", path, "-map", "0:d", "-c", "copy", "-f", "data", Path.Combine(work, "video.klv")]),
        ];
        var times = rows.Select(_ => new List<(double Wall, double Cpu)>()).ToArray();
        var said = "";
        for (var run = 0; run <= Runs; run++)
            for (var row = 0; row < rows.Length; row++)
            {
                var (wall, cpu, output) = Measure(rows[row].Program, rows[row].Arguments);
                said = row == 1 ? output : said;
                // The first run of each warms up.
                if (run > 0 && !double.IsNaN(wall))
                    times[row].Add((wall, cpu));
            }
        Console.WriteLine();
        Console.WriteLine($"Metadata, {(double)repeats * one.Length / 1e6:0} MB ({repeats:N0} times {Path.GetFileName(recording)}): {said.Trim()}; medians of {Runs} runs in turns, one core each");
        Console.WriteLine();
        Console.WriteLine("| | s wall | s CPU | peer's wall / this | peer's CPU / this |");
        Console.WriteLine("|---|---:|---:|---:|---:|");
        for (var row = 0; row < rows.Length; row++)
            if (times[row].Count > 0)
            {
                var (wall, cpu) = (Median(times[row], t => t.Wall), Median(times[row], t => t.Cpu));
                var hasPeer = times[^1].Count > 0;
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {rows[row].Name} | {wall:0.000} | {cpu:0.000} | {(hasPeer ? Median(times[^1], t => t.Wall) / wall : double.NaN):0.00} | {(hasPeer ? Median(times[^1], t => t.Cpu) / cpu : double.NaN):0.00} |"));
            }
        var warm = Timing.MedianCpuSeconds(Runs, () => Demux(path, new VideoItems(withinSets: false)));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| the first, in a process that is warm: no start, no compiling | | {warm:0.000} | | {(times[^1].Count > 0 ? Median(times[^1], t => t.Cpu) / warm : double.NaN):0.00} |"));
        File.Delete(path);
    }

    /// <summary>The process that is measured.</summary>
    public static int Read(string path, bool withinSets)
    {
        var items = new VideoItems(withinSets);
        Demux(path, items);
        Console.WriteLine($"{items.Packets:N0} packets, {items.Items:N0} items, {items.Parts:N0} parts and texts, {items.Valid:N0} checksums valid");
        return items.IsFinite && items.Packets > 0 ? 0 : 1;
    }

    private static void Demux(string path, VideoItems items)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        new TsDemuxer(items).Read(stream);
    }

    private static double Median(List<(double Wall, double Cpu)> times, Func<(double Wall, double Cpu), double> of) => times.Select(of).Order().ElementAt(times.Count / 2);

    private static (double Wall, double Cpu, string Output) Measure(string program, string[] arguments)
    {
        var start = new ProcessStartInfo("taskset", ["-c", "1", program, .. arguments]) { RedirectStandardOutput = true };
        var (watch, before) = (Stopwatch.StartNew(), ChildrenSeconds());
        try
        {
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return process.ExitCode == 0 ? (watch.Elapsed.TotalSeconds, ChildrenSeconds() - before, output) : (double.NaN, double.NaN, "");
        }
        catch (Win32Exception)
        {
            return (double.NaN, double.NaN, "");
        }
    }

    /// <summary>User and system seconds of the children that have ended.</summary>
    private static double ChildrenSeconds()
    {
        Span<long> usage = stackalloc long[18];
        return GetUsage(ChildrenOf, ref usage[0]) == 0 ? usage[0] + usage[2] + (usage[1] + usage[3]) / 1e6 : double.NaN;
    }

    // struct rusage begins with two of struct timeval (getrusage(2)); 144 bytes on 64 bit Linux.
    [LibraryImport("libc", EntryPoint = "getrusage")]
    private static partial int GetUsage(int who, ref long usage);
}
