using System.Diagnostics;
using System.Globalization;
using Overflight.Mavlink.Framing;
using Overflight.Mavlink.Messages;

namespace Overflight.Benchmarks;

/// <summary>Frames of MAVLink 2 from bytes to typed messages, check values included, against node-mavlink (bench/peers/mavlink-decode.mjs).</summary>
internal static class MavlinkBenchmark
{
    private const int Runs = 5;
    private const int Rounds = 25_000;

    /// <summary>Times that we read the same bytes: once is over before a clock has much to measure.</summary>
    private const int Repeats = 20;

    private static double s_sum;

    public static void Run(string work)
    {
        var file = Path.Combine(work, "mavlink.bin");
        var bytes = Make();
        File.WriteAllBytes(file, bytes);
        var messages = 0;
        var seconds = Timing.MedianCpuSeconds(Runs, () =>
        {
            messages = 0;
            var parser = new FrameParser(frame =>
            {
                messages++;
                s_sum += Read(frame);
            });
            for (var i = 0; i < Repeats; i++)
            {
                for (var at = 0; at < bytes.Length; at += 65_536)
                    parser.Push(bytes.AsSpan(at, Math.Min(65_536, bytes.Length - at)));
            }
        });
        Console.WriteLine();
        Console.WriteLine("Frames of MAVLink 2 to typed messages, check values checked; per CPU second");
        Console.WriteLine();
        Console.WriteLine("| decoder | messages | rate |");
        Console.WriteLine("|---|---:|---:|");
        Console.WriteLine($"| Overflight | {messages} | {Timing.Rate(messages, seconds)} |");
        var (theirs, theirSeconds) = Peer(file);
        Console.WriteLine($"| node-mavlink | {theirs} | {Timing.Rate(theirs, theirSeconds)} |");
        Console.WriteLine();
        Console.WriteLine($"Ratio: {messages / seconds / (theirs / theirSeconds):0.0}");
    }

    private static double Read(FrameView frame) => frame.Info.Id switch
    {
        0 => frame.Read<Heartbeat>().CustomMode,
        1 => frame.Read<SysStatus>().VoltageBattery,
        24 => frame.Read<GpsRawInt>().Lat,
        30 => frame.Read<Attitude>().Roll,
        33 => frame.Read<GlobalPositionInt>().Lat,
        74 => frame.Read<VfrHud>().Alt,
        73 => frame.Read<MissionItemInt>().X,
        253 => frame.Read<Statustext>().Text.Length,
        _ => 0,
    };

    private static byte[] Make()
    {
        using var stream = new MemoryStream();
        var frame = new byte[FrameWriter.LongestFrame];
        byte sequence = 0;
        for (var i = 1; i <= Rounds; i++)
        {
            Add(new Heartbeat { Type = MavType.FixedWing, CustomMode = (uint)i });
            Add(new SysStatus { VoltageBattery = 25_200, BatteryRemaining = 80, ErrorsCount4 = 1 });
            Add(new GpsRawInt { TimeUsec = (ulong)i, Lat = 473_977_418 + i, Lon = 85_455_938, HAcc = 700, Yaw = 9_000 });
            Add(new Attitude { TimeBootMs = (uint)i, Roll = 0.1f, Pitch = 0.02f, Yaw = 1, Yawspeed = 0.01f });
            Add(new GlobalPositionInt { TimeBootMs = (uint)i, Lat = 473_977_418 + i, Lon = 85_455_938, Alt = 500_000, Hdg = 9_000 });
            Add(new VfrHud { Airspeed = 20, Groundspeed = 22, Alt = 500, Climb = 1, Heading = 90, Throttle = 60 });
            Add(new MissionItemInt { Seq = (ushort)(i % 1000), Command = MavCmd.NavWaypoint, X = 473_977_418, Y = 85_455_938, Z = 50, Frame = MavFrame.GlobalRelativeAlt, Autocontinue = 1, MissionType = MavMissionType.Fence });
            if (i % 10 == 0)
                Add(new Statustext { Severity = MavSeverity.Info, Text = "Waypoint reached, going on to the next" });
        }
        return stream.ToArray();

        void Add<T>(in T message) where T : struct, IMavlinkMessage<T> =>
            stream.Write(frame, 0, FrameWriter.Write(message, sequence++, 1, 1, null, frame));
    }

    private static (int Messages, double Seconds) Peer(string file)
    {
        using var node = Process.Start(new ProcessStartInfo("node", ["bench/peers/mavlink-decode.mjs", file]) { RedirectStandardOutput = true })!;
        var parts = node.StandardOutput.ReadToEnd().Split(' ');
        node.WaitForExit();
        return (int.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
    }
}
