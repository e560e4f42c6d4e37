using System.Diagnostics;
using System.Globalization;
using System.Net;
using Overflight.Geodesy;
using Overflight.Misb.Diagnosis;
using Overflight.Misb.Klv;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St0601;
using Overflight.Misb.Sets.St0902;
using Overflight.Misb.Sight;
using Overflight.Misb.Ts;
using Overflight.Scenery.Ground;
using Overflight.Scenery.Turret;
using Overflight.Scenery.Video;
using Overflight.Testing;

namespace Overflight.Scenery.Tests.Video;

public class SensorVideoTests
{
    private const int Seconds = 4;
    private static readonly SensorVideoOptions s_small = new() { Width = 320, Height = 192, FramesPerSecond = 10, Preset = "ultrafast", MissionId = "LANTERN 7" };
    private static readonly Lazy<byte[]> s_stream = new(() => Record(s_small));

    [Fact]
    public void Our_diagnoser_finds_nothing_worse_than_a_note()
    {
        var diagnoser = new StreamDiagnoser();
        Read(Stream(), diagnoser);
        var diagnosis = diagnoser.Conclude();
        Assert.Equal(Seconds * 10 + 1, diagnosis.Packets);
        Assert.Equal(Seconds * 10 + 1, diagnosis.Pictures);
        Assert.All(diagnosis.Findings, f => Assert.True(f.Grade == FindingGrade.Note, $"{f.Id}: {f.Title} {f.Evidence}"));
    }

    [Fact]
    public void FFprobe_sees_the_video_and_the_metadata()
    {
        Stream();
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, Stream());
            var video = Run("ffprobe", "-v", "error", "-count_frames", "-select_streams", "v", "-show_entries", "stream=codec_name,width,height,r_frame_rate,has_b_frames,nb_read_frames", "-of", "default=nw=1", path);
            Assert.Contains("codec_name=h264", video, StringComparison.Ordinal);
            Assert.Contains("width=320", video, StringComparison.Ordinal);
            Assert.Contains("height=192", video, StringComparison.Ordinal);
            Assert.Contains("has_b_frames=0", video, StringComparison.Ordinal);
            Assert.Contains("r_frame_rate=10/1", video, StringComparison.Ordinal);
            Assert.Contains(string.Create(CultureInfo.InvariantCulture, $"nb_read_frames={Seconds * 10 + 1}"), video, StringComparison.Ordinal);
            Assert.Contains("codec_name=klv", Run("ffprobe", "-v", "error", "-select_streams", "d", "-show_entries", "stream=codec_name", "-of", "default=nw=1", path), StringComparison.Ordinal);
            Assert.Equal("", Run("ffmpeg", "-v", "error", "-i", path, "-map", "0:v", "-f", "null", "-").Trim());
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void Each_picture_has_the_time_of_its_packet()
    {
        var sink = new Collector();
        Read(Stream(), sink);
        Assert.Equal(sink.Units.Count, sink.Stamps.Count);
        for (var n = 0; n < sink.Units.Count; n++)
        {
            Assert.Equal(sink.Units[n].Pts, sink.Stamps[n].Pts);
            Assert.Equal(sink.Units[n].Packet.PrecisionTimeStamp, sink.Stamps[n].Count);
        }
    }

    [Fact]
    public void Packets_hold_the_minimum_set_and_say_what_the_simulation_says()
    {
        var packets = Packets();
        Assert.Empty(MinimumSet.Missing([.. packets.Select(p => p.Set)]).Select(m => m.Name));
        var packet = packets[25];
        Assert.Equal("LANTERN 7", packet.MissionId);
        Assert.Equal("Generic EO", packet.ImageSourceSensor);
        Assert.Equal(3UL, packet.OperationalMode);
        Assert.Equal(0UL, packet.GenericFlagData);
        var security = packet.Set.TryGet(48, out var item) ? item.ToNode() : throw new InvalidDataException();
        Assert.Equal("UNCLASSIFIED", security[1]!.Text);
        Assert.Equal("//USA", security[3]!.Text);
        Assert.Equal("MEX", security[13]!.Text);
        Assert.Equal("EXERCISE", security[5]!.Text);
        var state = Worlds.Orbit(Worlds.Inland, 2.5);
        Assert.True(Geodesic.DistanceMetres(state.Place, new GeoPoint(packet.SensorLatitude!.Value, packet.SensorLongitude!.Value)) < 0.2);
        Assert.Equal(state.HeadingDegrees, packet.PlatformHeadingAngle!.Value, 1);
    }

    [Fact]
    public void Footprints_read_back_from_the_stream_are_those_that_it_states()
    {
        var whole = 0;
        foreach (var packet in Packets())
        {
            var pose = PoseReader.Of(packet);
            var read = FootprintFinder.Find(pose, PoseReading.Standard);
            // On its way from its rest the turret looks over the horizon.
            Assert.Equal(read.Kind == FootprintKind.Whole, pose.Corners.Count == 4);
            if (read.Kind != FootprintKind.Whole)
                continue;
            whole++;
            // Codes: heading and azimuth 360/65535 and 360/2^32 degrees, heights 0.3 m and less, fields of view 180/65535.
            var allowed = pose.SlantRangeMetres * double.DegreesToRadians(360 / 65_535.0) + 1;
            Assert.True(Geodesic.DistanceMetres(read.Centre!.Value.Place, pose.Centre) < allowed);
            // Towards the horizon, an angle is a longer way on the ground.
            double Allowed(GroundPoint at) => 2 * at.RangeMetres * at.RangeMetres / (pose.SensorHeightMetres - at.HeightMetres) * double.DegreesToRadians(360 / 65_535.0) + 1;
            for (var corner = 0; corner < 4; corner++)
                Assert.True(Geodesic.DistanceMetres(read.Corners[corner].Place, pose.Corners[corner]) < Allowed(read.Corners[corner]),
                    $"corner {corner + 1}: {Geodesic.DistanceMetres(read.Corners[corner].Place, pose.Corners[corner])} m, {allowed}");
        }
        Assert.True(whole > Seconds * 7, $"{whole}");
    }

    [Fact]
    public void Targets_are_at_their_true_places_and_where_their_pixels_point()
    {
        var finder = new TargetFinder();
        var world = Worlds.Land();
        var found = 0;
        foreach (var packet in Packets())
        {
            var pose = PoseReader.Of(packet);
            var time = new Tracks.UtcInstant((long)packet.PrecisionTimeStamp!.Value);
            foreach (var target in finder.Find(packet.Set.ToNodes(), pose, PoseReading.Standard))
            {
                found++;
                var truth = world.ObjectsNear(target.Stated!.Value, 30, time).Single(o => (ulong)o.Id == target.Id);
                Assert.True(Geodesic.DistanceMetres(truth.Place, target.Stated.Value) < 0.1);
                // A pixel on the ground is longer than broad; and the codes of heading.
                var down = (pose.SensorHeightMetres - truth.HeightMetres) / pose.SlantRangeMetres;
                var pixel = (pose.WidthAtSlantRangeMetres / s_small.Width + pose.SlantRangeMetres * double.DegreesToRadians(360 / 65_535.0)) / down;
                Assert.True(target.DifferenceMetres < 1.5 * pixel, $"{target.DifferenceMetres} m, pixel {pixel} m");
            }
        }
        Assert.True(found > 10, $"{found} targets");
    }

    [Fact]
    public void FFmpeg_that_dies_is_told_with_its_words()
    {
        var script = Path.GetTempFileName();
        File.WriteAllText(script, "#!/bin/sh\necho no such encoder today >&2\nexit 3\n");
        Run("chmod", "700", script);
        try
        {
            var failure = Assert.Throws<IOException>(() => Record(s_small with { FfmpegPath = script }));
            Assert.Contains("status 3", failure.Message, StringComparison.Ordinal);
            Assert.Contains("no such encoder today", failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(script);
        }
    }

    [Fact]
    public void A_machine_that_is_too_slow_drops_pictures_and_no_metadata()
    {
        Assert.SkipUnless(HasFfmpeg, "no FFmpeg");
        using var output = new MemoryStream();
        using var video = new SensorVideo(s_small with { DropsFrames = true }, [output]);
        using var sensor = new SensorSimulation(Worlds.Land(), TurretType.Generic, video, new HastyClock());
        Fly(sensor);
        var counts = sensor.Counts;
        Assert.Equal(Seconds * 10 + 1, counts.Packets);
        Assert.True(counts.Dropped > Seconds * 10 / 2, $"{counts}");
        Assert.Equal(counts.Packets, counts.Pictures + counts.Dropped);
        var sink = new Collector();
        Read(output.ToArray(), sink);
        Assert.Equal(counts.Packets, sink.Units.Count);
        Assert.Equal(counts.Pictures, sink.Stamps.Count);
    }

    [Fact]
    public void An_output_that_fails_is_told_and_the_others_go_on()
    {
        Assert.SkipUnless(HasFfmpeg, "no FFmpeg");
        using var good = new MemoryStream();
        using var video = new SensorVideo(s_small, [new FullDisk(), good]);
        using var sensor = new SensorSimulation(Worlds.Land(), TurretType.Generic, video);
        Fly(sensor);
        Assert.Contains("disk", Assert.Single(video.Problems), StringComparison.Ordinal);
        Assert.Equal(Stream().Length, good.Length);
    }

    [Fact]
    public async Task File_and_network_get_the_same_stream()
    {
        Assert.SkipUnless(HasFfmpeg, "no FFmpeg");
        using var receiver = new TsUdpReceiver(new IPEndPoint(IPAddress.Loopback, 0));
        using var stop = new CancellationTokenSource();
        var sink = new Collector();
        var reading = Task.Run(() => receiver.Read(new TsDemuxer(sink), stop.Token));
        using var file = new MemoryStream();
        using var udp = new TsPacingStream(new TsUdpStream(new IPEndPoint(IPAddress.Loopback, receiver.Port)), CancellationToken.None);
        using (var video = new SensorVideo(s_small, [file, udp]))
        using (var sensor = new SensorSimulation(Worlds.Land(), TurretType.Generic, video))
            Fly(sensor);
        Assert.True(SpinWait.SpinUntil(() => sink.Units.Count == Seconds * 10 + 1, TimeSpan.FromSeconds(30)), $"{sink.Units.Count} packets came");
        await stop.CancelAsync();
        await reading;
        var written = new Collector();
        Read(file.ToArray(), written);
        Assert.Equal(written.Units.Select(u => u.Packet.PrecisionTimeStamp), sink.Units.Select(u => u.Packet.PrecisionTimeStamp));
    }

    private static bool HasFfmpeg => File.Exists("/usr/bin/ffmpeg");

    private static byte[] Stream()
    {
        Assert.SkipUnless(HasFfmpeg, "no FFmpeg");
        return s_stream.Value;
    }

    private static byte[] Record(SensorVideoOptions options)
    {
        using var output = new MemoryStream();
        using var video = new SensorVideo(options, [output]);
        using var sensor = new SensorSimulation(Worlds.Land(), TurretType.Generic, video);
        Fly(sensor);
        return output.ToArray();
    }

    private static void Fly(SensorSimulation sensor)
    {
        // Where vehicles are.
        var near = Worlds.Land().ObjectsNear(Worlds.Inland, 12_000, Worlds.Noon)[0].Place;
        sensor.Command(new LookAtCommand(near));
        sensor.Command("fov 2");
        for (var n = 0; n <= Seconds; n++)
            sensor.Advance(Worlds.Orbit(Worlds.Inland, n));
        sensor.Complete();
    }

    private static List<St0601Packet> Packets()
    {
        var sink = new Collector();
        Read(Stream(), sink);
        return [.. sink.Units.Select(u => u.Packet)];
    }

    private static void Read(byte[] stream, TsSink sink)
    {
        var demuxer = new TsDemuxer(sink);
        demuxer.Read(new MemoryStream(stream));
    }

    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output + error.Result;
    }

    private sealed class Collector : TsSink
    {
        public List<(long? Pts, St0601Packet Packet)> Units { get; } = [];

        public List<(long? Pts, ulong Count)> Stamps { get; } = [];

        public override void OnKlv(in KlvAccessUnit unit)
        {
            var packet = new St0601Packet();
            Assert.True(packet.Read(unit.Bytes.ToArray()));
            Assert.Equal(ChecksumState.Valid, packet.Checksum);
            Units.Add((unit.Pts, packet));
        }

        public override void OnVideo(in VideoUnit unit)
        {
            Assert.Equal(1, unit.TimeStamps.Length);
            Stamps.Add((unit.Pts, unit.TimeStamps[0].Count));
        }
    }

    // Each look at it finds half a second gone.
    private sealed class HastyClock : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => 2;

        public override long GetTimestamp() => _ticks++;
    }

    private sealed class FullDisk : PacketStream
    {
        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("the disk is full");

        public override void Flush()
        {
        }
    }
}
