using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Overflight.Airspace;
using Overflight.Geodesy;

namespace Overflight.Benchmarks;

/// <summary>
/// The program as a process, fed over a TCP connection at a steady rate; latency from the bytes of a fix leaving here to the
/// alert that it raises arriving here. Aircraft fly straight on at 250 m/s: most anywhere, one in a hundred near Mexico.
/// </summary>
internal static class LiveBenchmark
{
    private const double MetresPerSecond = 250;
    private const int TicksPerSecond = 100;

    public static void Run(AirspaceIndex index, string program, int aircraft, int perSecond, int seconds)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var argument in (string[])["watch", $"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}", "--airspace", "MEX", "--max-speed", "600", "--format", "json"])
            start.ArgumentList.Add(argument);
        using var watch = Process.Start(start)!;
        var latencies = new List<double>();
        var alerts = 0;
        var reading = Task.Run(() => Collect(watch.StandardOutput, latencies, ref alerts));
        var behind = 0.0;
        using (var connection = listener.AcceptTcpClient())
            behind = Send(connection.GetStream(), Lines(index, aircraft), perSecond, seconds);
        Thread.Sleep(500);
        watch.Refresh();
        var (cpu, memory) = (watch.TotalProcessorTime.TotalSeconds, watch.PeakWorkingSet64);
        watch.Kill();
        reading.Wait();
        latencies.Sort();
        Console.WriteLine();
        Console.WriteLine($"{perSecond:N0} updates a second of {aircraft:N0} aircraft for {seconds} s over one TCP connection, two cores with the sender on them too");
        Console.WriteLine();
        Console.WriteLine("| | |");
        Console.WriteLine("|---|---:|");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| the sender fell behind by, at most | {behind * 1000:0} ms |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| cores the program used | {cpu / seconds:0.00} |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| peak memory | {memory / 1e6:0} MB |"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| alerts | {alerts:N0} |"));
        foreach (var percent in (double[])[50, 99, 99.9])
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| from bytes to alert, {percent} % within | {latencies[Math.Min(latencies.Count - 1, (int)(latencies.Count * percent / 100))]:0.0} ms |"));
    }

    private static List<(string Address, GeodesicLine Line)> Lines(AirspaceIndex index, int aircraft)
    {
        var random = new Random(20261125);
        var set = index.SetAt(0);
        var edges = Places.Edges(set, set.ClaimIndex("MEX"));
        var lines = new List<(string, GeodesicLine)>();
        for (var i = 0; i < aircraft; i++)
        {
            var from = i % 100 == 0
                ? Geodesic.Direct(Places.OnEdge(set, edges, random), 360 * random.NextDouble(), 30_000 * random.NextDouble())
                : new GeoPoint(double.RadiansToDegrees(Math.Asin(2 * random.NextDouble() - 1)), 360 * random.NextDouble() - 180);
            lines.Add(((0x100000 + i).ToString("x6", CultureInfo.InvariantCulture), GeodesicLine.From(from, 360 * random.NextDouble())));
        }
        return lines;
    }

    /// <summary>Sends in ticks and returns by how much, at most, it fell behind its own clock.</summary>
    private static double Send(NetworkStream stream, List<(string Address, GeodesicLine Line)> aircraft, int perSecond, int seconds)
    {
        stream.Write("time,icao24,latitude,longitude,nac_p,nic\n"u8);
        var (clock, next, behind) = (Stopwatch.StartNew(), 0, 0.0);
        var text = new StringBuilder();
        for (var tick = 1; tick <= seconds * TicksPerSecond; tick++)
        {
            var due = tick / (double)TicksPerSecond;
            while (clock.Elapsed.TotalSeconds < due)
                Thread.Sleep(1);
            text.Clear();
            for (var i = 0; i < perSecond / TicksPerSecond; i++, next = (next + 1) % aircraft.Count)
            {
                var (address, line) = aircraft[next];
                var flown = clock.Elapsed.TotalSeconds;
                var place = line.PointAt(flown * MetresPerSecond);
                text.Append(CultureInfo.InvariantCulture, $"{Now():0.000},{address},{place.LatitudeDegrees:0.00000},{place.LongitudeDegrees:0.00000},9,8\n");
            }
            stream.Write(Encoding.UTF8.GetBytes(text.ToString()));
            behind = Math.Max(behind, clock.Elapsed.TotalSeconds - due);
        }
        return behind;
    }

    private static void Collect(StreamReader output, List<double> latencies, ref int alerts)
    {
        while (output.ReadLine() is { } line)
        {
            var now = Now();
            using var alert = JsonDocument.Parse(line);
            alerts++;
            // What silence raises is told by the clock, not by a fix.
            if (alert.RootElement.GetProperty("kind").GetString() is "silent" or "flight-ended")
                continue;
            var fix = alert.RootElement.GetProperty("fix").GetProperty("time").GetDateTimeOffset();
            latencies.Add((now - (fix - DateTimeOffset.UnixEpoch).TotalSeconds) * 1000);
        }
    }

    private static double Now() => (TimeProvider.System.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalSeconds;
}
