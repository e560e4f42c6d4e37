using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using Overflight.Misb.Ts;

namespace Overflight.Benchmarks;

/// <summary>
/// A recorded transport stream over and over, 450 MB in a file. Ours takes out KLV and video with their times and time stamps; the peer,
/// FFmpeg, takes out the KLV alone. Wall-clock times, as it is the peer's whole process that is compared, in turns; its start is in them.
/// </summary>
internal static class VideoDemuxBenchmark
{
    private const long Bytes = 450_000_000;
    private const int Runs = 7;

    public static void Run(string recording, string work)
    {
        var path = Path.Combine(work, "video-demux.ts");
        var one = File.ReadAllBytes(recording);
        var repeats = (int)(Bytes / one.Length);
        using (var file = File.Create(path))
            for (var i = 0; i < repeats; i++)
                file.Write(one);
        var output = Path.Combine(work, "video-demux.klv");
        string[] arguments = ["-nostdin", "-v", "quiet", "-y", "-i", path, "-map", "0:d", "-c", "copy", "-f", "data", output];

        var (ours, klvOnly, peer) = (new List<double>(), new List<double>(), new List<double>());
        var (found, wanted) = (new Counter(), new KlvWriter());
        for (var run = 0; run <= Runs; run++)
        {
            found = new Counter();
            var all = Seconds(() => Read(path, found));
            wanted = new KlvWriter();
            var write = Seconds(() =>
            {
                using (wanted.Output = File.Create(output + ".ours"))
                    Read(path, wanted);
            });
            var other = Seconds(() => Peer(arguments));
            // The first run of each warms up.
            if (run == 0)
                continue;
            ours.Add(all);
            klvOnly.Add(write);
            if (!double.IsNaN(other))
                peer.Add(other);
        }
        Console.WriteLine();
        Console.WriteLine($"Demux, {(double)repeats * one.Length / 1e6:0} MB ({repeats:N0} times {Path.GetFileName(recording)}): {found.Klv:N0} KLV units, {found.Video:N0} pictures, {found.Stamps:N0} time stamps; best and median of {Runs} runs in turns");
        Console.WriteLine();
        Console.WriteLine("| | best, s wall | median, s wall | peer's median / this |");
        Console.WriteLine("|---|---:|---:|---:|");
        Row("KLV, video, times, time stamps handed on", ours);
        Row("the same, KLV written to a file", klvOnly);
        Row("ffmpeg -map 0:d -c copy -f data", peer);
        if (peer.Count > 0)
            Console.WriteLine($"\nbytes of KLV: {new FileInfo(output + ".ours").Length:N0} here, {new FileInfo(output).Length:N0} by ffmpeg");

        void Row(string what, List<double> seconds)
        {
            if (seconds.Count == 0)
                return;
            seconds.Sort();
            var ratio = peer.Count == 0 ? "-" : (peer.Order().ElementAt(peer.Count / 2) / seconds[seconds.Count / 2]).ToString("0.00", CultureInfo.InvariantCulture);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what} | {seconds[0]:0.000} | {seconds[seconds.Count / 2]:0.000} | {ratio} |"));
        }
    }

    private static void Read(string path, TsSink sink)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        new TsDemuxer(sink).Read(stream);
    }

    private static void Peer(string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("ffmpeg", arguments))!;
        process.WaitForExit();
    }

    private static double Seconds(Action work)
    {
        var watch = Stopwatch.StartNew();
        try
        {
            work();
        }
        catch (Win32Exception)
        {
            // The peer is not installed.
            return double.NaN;
        }
        return watch.Elapsed.TotalSeconds;
    }

    private sealed class Counter : TsSink
    {
        public long Klv { get; private set; }

        public long Video { get; private set; }

        public long Stamps { get; private set; }

        public override void OnKlv(in KlvAccessUnit unit) => Klv++;

        public override void OnVideo(in VideoUnit unit)
        {
            Video++;
            Stamps += unit.TimeStamps.Length;
        }
    }

    private sealed class KlvWriter : TsSink
    {
        public Stream Output { get; set; } = Stream.Null;

        public override void OnKlv(in KlvAccessUnit unit) => Output.Write(unit.Bytes);
    }
}
