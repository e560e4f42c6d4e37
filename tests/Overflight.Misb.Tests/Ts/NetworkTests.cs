using System.Net;
using System.Net.Sockets;
using Overflight.Misb.Ts;
using static Overflight.Misb.Tests.Ts.HandMade;

namespace Overflight.Misb.Tests.Ts;

/// <summary>Streams in datagrams: RTP headers, and real sockets on this machine.</summary>
public sealed class NetworkTests
{
    private const int Units = 30;

    private static byte[] Plain() => WithUnits(Units);

    private static byte[] Rtp(int sequence, byte[] payload, int type = 33, int sources = 0, byte[]? extension = null, int padding = 0, long ssrc = 7) =>
    [
        .. Bits((2, 2), (1, padding > 0 ? 1 : 0), (1, extension is null ? 0 : 1), (4, sources), (1, 0), (7, type), (16, sequence), (32, 90_000), (32, ssrc)), .. new byte[4 * sources],
        .. extension is null ? [] : (byte[])[.. Bits((16, 0xBEDE), (16, extension.Length / 4)), .. extension],
        .. payload, .. padding > 0 ? (byte[])[.. new byte[padding - 1], (byte)padding] : [],
    ];

    private static Collected Read(IEnumerable<byte[]> datagrams)
    {
        var sink = new Collected();
        var demuxer = new TsDemuxer(sink);
        var reader = new TsDatagramReader(demuxer);
        foreach (var datagram in datagrams)
            reader.Write(datagram);
        demuxer.Complete();
        return sink;
    }

    [Fact]
    public void Headers_of_every_form_are_taken_off()
    {
        var payloads = Plain().Chunk(4 * 188).ToArray();
        var datagrams = payloads.Select((p, i) => (i % 5) switch
        {
            0 => Rtp(65_534 + i & 0xFFFF, p),
            1 => Rtp(65_534 + i & 0xFFFF, p, type: 96),
            2 => Rtp(65_534 + i & 0xFFFF, p, sources: 3),
            3 => Rtp(65_534 + i & 0xFFFF, p, extension: new byte[8]),
            _ => Rtp(65_534 + i & 0xFFFF, p, padding: 4),
        });

        var read = Read(datagrams);
        Assert.Equal(Collected.From(Plain()).Units, read.Units);
        Assert.Empty(read.Faults);
        Assert.Equal(read.Units, Read(payloads).Units);
        Assert.Equal(read.Units, Read(Plain().Chunk(500)).Units);
    }

    [Fact]
    public void Missing_late_and_doubled_packets_are_told()
    {
        var p = Plain().Chunk(2 * 188).ToArray();
        var read = Read([Rtp(10, p[0]), Rtp(11, p[1]), Rtp(11, p[1]), Rtp(13, p[3]), Rtp(12, p[2]), Rtp(14, p[4]), Rtp(3, p[5], ssrc: 8)]);

        Assert.Equal(
            ["an RTP packet is late or came twice; it is not read", "RTP packets are missing", "an RTP packet is late or came twice; it is not read"],
            read.Faults.Where(f => f.Kind == TsFaultKind.Datagram).Select(f => f.Reason));
        Assert.Equal(1, read.Count(TsFaultKind.Continuity));
        Assert.Equal(8, read.Units.Count);
    }

    [Fact]
    public void Headers_cut_short_are_not_read_past()
    {
        foreach (var first in new byte[] { 0x80, 0x8F, 0x90, 0xA0, 0xBF })
            for (var length = 0; length < 40; length++)
                Read([[first, .. Enumerable.Repeat((byte)0xFF, length)]]);
    }

    [Fact]
    public void Damaged_datagrams_are_read()
    {
        var random = new Random(75);
        var chunks = Plain().Chunk(3 * 188).ToArray();
        for (var round = 0; round < 300; round++)
            Read(chunks.Select((c, i) =>
            {
                var datagram = Rtp(i, c, sources: random.Next(3), padding: random.Next(2) * 4);
                for (var times = random.Next(3); times > 0; times--)
                    datagram[random.Next(random.Next(2) == 0 ? 16 : datagram.Length)] = (byte)random.Next(256);
                return datagram[..(random.Next(4) == 0 ? random.Next(datagram.Length) : datagram.Length)];
            }));
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("239.255.77.42")]
    public async Task What_is_sent_over_udp_is_received(string address)
    {
        var group = IPAddress.Parse(address);
        var loopback = address[0] == '2' ? IPAddress.Loopback : null;
        TsUdpReceiver receiver;
        try
        {
            receiver = new TsUdpReceiver(new IPEndPoint(group, 0), loopback);
        }
        catch (SocketException e)
        {
            Assert.Skip($"{address} cannot be listened on here: {e.Message}");
            return;
        }
        using (receiver)
        {
            using var stop = new CancellationTokenSource(TimeSpan.FromSeconds(20));
            var sink = new Stopping(Units, stop);
            var reading = Task.Run(() => receiver.Read(new TsDemuxer(sink), stop.Token), TestContext.Current.CancellationToken);
            try
            {
                using var sender = new TsUdpStream(new IPEndPoint(group, receiver.Port), loopback);
                sender.Write(Plain());
            }
            catch (SocketException e)
            {
                Assert.Skip($"nothing can be sent to {address} here: {e.Message}");
            }
            await reading;
            Assert.Equal(Units, sink.Count);
            Assert.Equal(0, sink.Faults);
        }
    }

    private sealed class Stopping(int units, CancellationTokenSource stop) : TsSink
    {
        public int Count { get; private set; }

        public int Faults { get; private set; }

        public override void OnFault(in TsFault fault) => Faults++;

        public override void OnKlv(in KlvAccessUnit unit)
        {
            if (++Count == units)
                stop.Cancel();
        }
    }
}
