using System.Net;
using System.Net.Sockets;
using Overflight.Mavlink.Framing;
using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Signing;

namespace Overflight.Mavlink.Tests.Links;

public sealed class MavlinkLinkTests
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);

    [Fact]
    public void A_link_that_requires_a_key_and_has_none_refuses_to_open()
    {
        var error = Assert.Throws<MavlinkException>(() => MavlinkLink.Open(MemoryTransport.Pair().A, new() { Signing = LinkSigning.Required(null, new(TimeProvider.System)) }));
        Assert.Contains("no signing key", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Unsigned_frames_pass_only_by_their_message()
    {
        using var key = SigningKey.Create();
        var (a, b) = MemoryTransport.Pair();
        await using var radio = MavlinkLink.Open(a, new() { Signing = LinkSigning.None });
        await using var link = MavlinkLink.Open(b, new() { Signing = LinkSigning.Required(key, new(TimeProvider.System), acceptUnsigned: [RadioStatus.Info.Id]) });
        var heard = new List<MavlinkFrame>();
        link.Subscribe(f => { lock (heard) heard.Add(f); });

        radio.Send(new Heartbeat(), 51, 68);
        radio.Send(new RadioStatus { Rssi = 200 }, 51, 68);
        Assert.True(SpinWait.SpinUntil(() => link.Signatures.AcceptedUnsigned == 1, s_patience));

        Assert.Equal(1, link.Signatures.Missing);
        var frame = Assert.Single(heard);
        Assert.True(frame.Is<RadioStatus>(out var status) && status.Rssi == 200 && !frame.IsVerified);
        Assert.Equal(1, b.Confirmed);
    }

    [Fact]
    public async Task Frames_of_MAVLink_1_have_no_signature_and_do_not_pass_where_one_is_required()
    {
        using var key = SigningKey.Create();
        var (a, b) = MemoryTransport.Pair();
        await using var link = MavlinkLink.Open(b, new() { Signing = LinkSigning.Required(key, new(TimeProvider.System)) });
        byte[] frame = [0xFE, 9, 5, 1, 1, 0, 4, 3, 2, 1, 2, 12, 128, 4, 3, 0, 0];
        var crc = Crc.Of(frame.AsSpan(1, 14), 50);
        (frame[15], frame[16]) = ((byte)crc, (byte)(crc >> 8));
        await a.SendAsync(frame, default);
        Assert.True(SpinWait.SpinUntil(() => link.Signatures.Missing == 1, s_patience));
        Assert.Equal((1L, 0), (link.Frames.Version1, b.Confirmed));
    }

    [Fact]
    public async Task A_subscriber_that_throws_harms_nobody_else()
    {
        var (a, b) = MemoryTransport.Pair();
        await using var sender = MavlinkLink.Open(a, new() { Signing = LinkSigning.None });
        await using var link = MavlinkLink.Open(b, new() { Signing = LinkSigning.None });
        var heard = 0;
        link.Subscribe(_ => throw new InvalidOperationException("ours"));
        link.Subscribe(_ => Interlocked.Increment(ref heard));
        sender.Send(new Heartbeat(), 1, 1);
        sender.Send(new Heartbeat(), 1, 1);
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref heard) == 2, s_patience));
        Assert.Equal((2L, "ours"), (link.SubscriberFaults, link.LastSubscriberFault?.Message));
    }

    [Fact]
    public async Task What_cannot_be_sent_in_time_is_dropped_oldest_first_and_counted()
    {
        await using var stuck = new StuckTransport();
        await using var link = MavlinkLink.Open(stuck, new() { Signing = LinkSigning.None, SendQueue = 4 });
        link.Send(new Ping(), 1, 1);
        Assert.True(SpinWait.SpinUntil(() => stuck.IsSending, s_patience));
        for (var i = 0; i < 10; i++)
            link.Send(new Ping { Seq = (uint)i }, 1, 1);
        Assert.Equal(6, link.SendDropped);
    }

    [Fact]
    public async Task Each_component_counts_its_own_frames()
    {
        var (a, _) = MemoryTransport.Pair();
        await using var link = MavlinkLink.Open(a, new() { Signing = LinkSigning.None });
        link.Send(new Ping(), 1, 1);
        link.Send(new Ping(), 1, 100);
        link.Send(new Ping(), 1, 1);
        Assert.True(SpinWait.SpinUntil(() => { lock (a.Sent) return a.Sent.Count == 3; }, s_patience));
        Assert.Equal([0, 0, 1], a.Sent.Select(f => (int)f[4]));
    }

    [Fact]
    public async Task Frames_go_over_TCP_both_ways()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var accepting = listener.AcceptTcpClientAsync();
        await using var client = MavlinkLink.Open(await StreamTransport.ConnectTcpAsync("127.0.0.1", ((IPEndPoint)listener.LocalEndpoint).Port), new() { Signing = LinkSigning.None });
        using var accepted = await accepting;
        await using var server = MavlinkLink.Open(new StreamTransport(accepted.GetStream()), new() { Signing = LinkSigning.None });
        var (there, back) = (0, 0);
        server.Subscribe(_ => Interlocked.Increment(ref there));
        client.Subscribe(_ => Interlocked.Increment(ref back));
        for (var i = 0; i < 300; i++)
        {
            client.Send(new Statustext { Text = $"there {i}" }, 1, 1);
            server.Send(new Heartbeat(), 255, 190);
        }
        Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref there) == 300 && Volatile.Read(ref back) == 300, s_patience), $"{there} {back}");
        Assert.Equal((0L, 0L), (server.Frames.Junk, server.Losses.Lost));

        await client.DisposeAsync();
        await server.Completion.WaitAsync(s_patience);
    }

    [Fact]
    public async Task Nobody_at_a_TCP_port_is_said_plainly() =>
        Assert.Contains("127.0.0.1:1", (await Assert.ThrowsAsync<MavlinkException>(() => StreamTransport.ConnectTcpAsync("127.0.0.1", 1))).Message, StringComparison.Ordinal);

    private sealed class StuckTransport : ITransport
    {
        public bool IsStream => false;

        public bool IsSending { get; private set; }

        public async ValueTask SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellation)
        {
            IsSending = true;
            await Task.Delay(Timeout.Infinite, cancellation);
        }

        public async ValueTask<int> ReceiveAsync(Memory<byte> bytes, CancellationToken cancellation)
        {
            await Task.Delay(Timeout.Infinite, cancellation);
            return 0;
        }

        public void Confirm()
        {
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
