using System.Net;
using System.Net.Sockets;
using Overflight.Misb.Ts;

namespace Overflight.Misb.Tests.Ts;

/// <summary>Transport streams in RTP (RFC 2250), and at the pace of their clock.</summary>
public sealed class RtpOutTests
{
    private static readonly TsProgram s_program = new(1, 100, 101, 0, default, [TsStreamInfo.Video(101, 0x1B)], 0);

    [Fact]
    public void Datagrams_are_those_of_the_rfc()
    {
        using var receiver = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp) { ReceiveTimeout = 10_000 };
        receiver.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var time = new Clock();
        byte[] bytes = [.. HandMade.WithUnits(30)];
        using (var sender = new TsUdpStream((IPEndPoint)receiver.LocalEndPoint!, isRtp: true, time: time))
            foreach (var packet in bytes.Chunk(188))
            {
                sender.Write(packet);
                time.Ticks += TimeSpan.TicksPerMillisecond;
            }
        var datagrams = new List<byte[]>();
        var buffer = new byte[2000];
        for (var left = bytes.Length; left > 0; left -= datagrams[^1].Length - 12)
            datagrams.Add(buffer[..receiver.Receive(buffer)]);

        static uint Number(byte[] p, int from, int count) => p.Skip(from).Take(count).Aggregate(0u, (sum, b) => sum << 8 | b);
        Assert.All(datagrams, d => Assert.Equal((0x80, 33), (d[0], d[1])));
        Assert.All(datagrams.SkipLast(1), d => Assert.Equal(12 + 7 * 188, d.Length));
        Assert.Equal(bytes, datagrams.SelectMany(d => d.Skip(12)).ToArray());
        Assert.Single(datagrams.Select(d => Number(d, 8, 4)).Distinct());
        Assert.All(datagrams.Zip(datagrams.Skip(1)).SkipLast(1), p =>
        {
            Assert.Equal(Number(p.First, 2, 2) + 1 & 0xFFFF, Number(p.Second, 2, 2));
            // Seven milliseconds between datagrams, at 90 kHz.
            Assert.Equal(630u, unchecked(Number(p.Second, 4, 4) - Number(p.First, 4, 4)));
        });
        var read = new Collected();
        var demuxer = new TsDemuxer(read);
        var reader = new TsDatagramReader(demuxer);
        datagrams.ForEach(d => reader.Write(d));
        demuxer.Complete();
        Assert.Equal(30, read.Units.Count);
        Assert.Empty(read.Faults);
    }

    [Fact]
    public void Packets_wait_for_their_clock_and_a_new_clock_begins_at_once()
    {
        using var output = new MemoryStream();
        var time = new Clock();
        using (var pacing = new TsPacingStream(output, TestContext.Current.CancellationToken, time))
        {
            var muxer = new TsMuxer(pacing, [s_program]);
            for (var i = 0; i < 50; i++)
                muxer.WriteVideo(101, [0, 0, 1, 9], 90_000 + 3600 * i);
            Assert.Equal(49 * 40.0, time.Waited.TotalMilliseconds, 1.0);
            muxer.WriteVideo(101, [0, 0, 1, 9], 100 * 90_000);
            muxer.WriteVideo(101, [0, 0, 1, 9], 90_000);
            muxer.WriteVideo(101, [0, 0, 1, 9], 90_000 + 3600);
            Assert.Equal(50 * 40.0, time.Waited.TotalMilliseconds, 1.0);
        }
        Assert.Equal(53, Collected.From(output.ToArray()).Pictures.Count);
    }

    [Fact]
    public void A_wait_can_be_ended()
    {
        using var stop = new CancellationTokenSource();
        using var pacing = new TsPacingStream(new MemoryStream(), stop.Token);
        var muxer = new TsMuxer(pacing, [s_program]);
        muxer.WriteVideo(101, [0, 0, 1, 9], 90_000);
        stop.CancelAfter(50);
        Assert.ThrowsAny<OperationCanceledException>(() => muxer.WriteVideo(101, [0, 0, 1, 9], 9 * 90_000));
    }

    /// <summary>A clock that a wait sets forward.</summary>
    private sealed class Clock : TimeProvider
    {
        public long Ticks { get; set; }

        public TimeSpan Waited { get; private set; }

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Waited += dueTime;
            Ticks += dueTime.Ticks;
            callback(state);
            return new Done();
        }

        private sealed class Done : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => default;
        }
    }
}
