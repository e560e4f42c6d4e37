using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Overflight.Feeds.Live;
using Overflight.Testing;
using Overflight.Tracks;

namespace Overflight.Feeds.Tests.Live;

/// <summary>Each kind of source over the transport that it comes by, in the pieces that it comes in: the second fix proves that the first was no end.</summary>
public sealed class SourceKindTests
{
    private static DateTimeOffset Now => TimeProvider.System.GetUtcNow();

    [Fact]
    public async Task Sbs_over_tcp_in_pieces_of_lines()
    {
        using var listener = Listening(out var address);
        using var running = new RunningFeed(address, new FeedOptions());
        using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        for (var i = 0; i < 3; i++)
        {
            var line = Encoding.ASCII.GetBytes($"MSG,3,1,1,4B1814,1,2024/06/06,12:00:0{i}.000,2024/06/06,12:00:0{i}.000,,35000,,,47.{i},8.5,,,0,0,0,0\r\n");
            await client.GetStream().WriteAsync(line.AsMemory(0, 11), TestContext.Current.CancellationToken);
            await Task.Delay(20, TestContext.Current.CancellationToken);
            await client.GetStream().WriteAsync(line.AsMemory(11), TestContext.Current.CancellationToken);
            var (aircraft, fix) = running.Next();
            Assert.Equal(("4b1814", 47 + i / 10.0), (aircraft.Id, fix.Position.LatitudeDegrees));
        }
    }

    [Fact]
    public async Task Aircraft_json_over_http_gives_new_places_and_not_the_old_ones_again()
    {
        using var listener = Listening(out _);
        using var running = new RunningFeed($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/data/aircraft.json", new FeedOptions { PollEvery = TimeSpan.FromMilliseconds(10) });
        var now = Now.ToUnixTimeSeconds();
        foreach (var (latitude, seen) in ((double, double)[])[(47.1, 1), (47.1, 2), (47.2, 1)])
        {
            await Answer(listener, FormattableString.Invariant($$"""{"now":{{now}},"messages":1,"aircraft":[{"hex":"4b1814","lat":{{latitude}},"lon":8.5,"seen_pos":{{seen}},"nic":8,"rc":186,"gs":400,"track":0}]}"""));
            now++;
        }
        var (first, second) = (running.Next(), running.Next());
        Assert.Equal((47.1, 47.2), (first.Fix.Position.LatitudeDegrees, second.Fix.Position.LatitudeDegrees));
        Assert.Equal((8, 186f), (first.Fix.Nic, first.Fix.ContainmentMetres));
    }

    [Fact]
    public void Cursor_on_target_over_udp()
    {
        using var running = Datagrams(out var sender);
        for (var i = 0; i < 3; i++)
        {
            sender.Send(Encoding.UTF8.GetBytes(FormattableString.Invariant(
                $"""<?xml version="1.0"?><event version="2.0" uid="UAS-7" type="a-f-A-M-F-Q" time="2024-06-06T12:00:0{i}Z" start="2024-06-06T12:00:0{i}Z" stale="2024-06-06T12:01:00Z" how="m-g"><point lat="{31 + i}" lon="-114" hae="1000" ce="10" le="5"/><detail/></event>""")));
            var (aircraft, fix) = running.Next();
            Assert.Equal(("UAS-7", 31 + i), (aircraft.Id, (int)fix.Position.LatitudeDegrees));
        }
        sender.Dispose();
    }

    [Fact]
    [Trait("Category", "Recorded")]
    public void Asterix_over_udp_is_dated_by_when_it_comes()
    {
        // Recorded blocks of category 021, one a datagram.
        using var plain = new MemoryStream();
        using (var gzip = new GZipStream(File.OpenRead(Recorded.PathOf("modes/readsb_tutorial.cat021.gz")), CompressionMode.Decompress))
            gzip.CopyTo(plain);
        var blocks = Blocks(plain.ToArray()).Take(5_000).ToArray();
        using var running = Datagrams(out var sender);
        var sending = new Thread(() =>
        {
            foreach (var block in blocks)
            {
                sender.Send(block);
                if (running.Feed.Status.Bytes % 50 == 0)
                    Thread.Sleep(1);
            }
        });
        sending.Start();
        var (first, second) = (running.Next(), running.Next());
        sending.Join();
        sender.Dispose();
        Assert.All([first.Fix, second.Fix], f => Assert.InRange(Math.Abs(f.Time.SecondsSince(UtcInstant.From(Now))), 0, 43_300));
    }

    private static IEnumerable<byte[]> Blocks(byte[] recording)
    {
        for (var at = 0; at + 3 <= recording.Length;)
        {
            var length = (recording[at + 1] << 8) | recording[at + 2];
            yield return recording[at..(at + length)];
            at += length;
        }
    }

    private static TcpListener Listening(out string address)
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        address = $"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        return listener;
    }

    private static RunningFeed Datagrams(out UdpClient sender)
    {
        var port = UdpPort.Free();
        var running = new RunningFeed($"udp://127.0.0.1:{port}", new FeedOptions { FirstWait = TimeSpan.FromMilliseconds(10) });
        Assert.True(SpinWait.SpinUntil(() => running.Feed.Status.IsUp, RunningFeed.Patience));
        sender = new UdpClient();
        sender.Connect(IPAddress.Loopback, port);
        return running;
    }

    private static async Task Answer(TcpListener listener, string body)
    {
        using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(RunningFeed.Patience, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream(), leaveOpen: true);
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { Length: > 0 })
        {
        }
        await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: {body.Length}\r\n\r\n{body}"), TestContext.Current.CancellationToken);
    }
}
