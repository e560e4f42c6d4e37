using System.Net;
using System.Net.Sockets;
using System.Text;
using Overflight.Feeds.Live;
using Overflight.Testing;

namespace Overflight.Feeds.Tests.Live;

/// <summary>Real sockets on this machine: what breaks is made anew, what comes too fast is dropped and counted, what is stopped ends.</summary>
public sealed class FeedTests
{
    private const string Header = "time,icao24,latitude,longitude\n";
    private static readonly TimeSpan s_patience = RunningFeed.Patience;

    [Fact]
    public async Task A_connection_that_ends_is_made_again_and_fixes_come_while_it_is_open()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var running = new RunningFeed($"tcp://127.0.0.1:{Port(listener.LocalEndpoint)}", new FeedOptions { FirstWait = TimeSpan.FromMilliseconds(10) });
        for (var connection = 0; connection < 3; connection++)
        {
            using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(s_patience, TestContext.Current.CancellationToken);
            var stream = client.GetStream();
            await stream.WriteAsync(Encoding.UTF8.GetBytes(Header), TestContext.Current.CancellationToken);
            for (var i = 0; i < 5; i++)
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes($"{1600000000 + i},ac000{connection},10,{i}\n"), TestContext.Current.CancellationToken);
                var (aircraft, fix) = running.Next();
                Assert.Equal(($"ac000{connection}", i), (aircraft.Id, fix.Position.LongitudeDegrees));
            }
        }
        Assert.Equal(3, running.Feed.Status.Connects);
    }

    [Fact]
    public void Nobody_at_the_other_end_is_told_and_stopping_ends_the_wait()
    {
        using var running = new RunningFeed("tcp://127.0.0.1:1", new FeedOptions { FirstWait = TimeSpan.FromMinutes(5) });
        Assert.True(SpinWait.SpinUntil(() => running.Feed.Status.LastError.Length > 0, s_patience));
        Assert.False(running.Feed.Status.IsUp);
        running.Dispose();
        Assert.True(running.HasEnded);
    }

    [Fact]
    public async Task A_connection_over_which_nothing_comes_is_given_up()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var running = new RunningFeed($"tcp://127.0.0.1:{Port(listener.LocalEndpoint)}", new FeedOptions { FirstWait = TimeSpan.FromMilliseconds(10), SilenceMeansDead = TimeSpan.FromMilliseconds(200) });
        using var first = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        using var second = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(s_patience, TestContext.Current.CancellationToken);
        Assert.True(running.Feed.Status.Connects >= 1);
    }

    [Fact]
    public void Datagrams_are_read_as_one_stream()
    {
        var port = UdpPort.Free();
        using var running = new RunningFeed($"udp://127.0.0.1:{port}", new FeedOptions());
        Assert.True(SpinWait.SpinUntil(() => running.Feed.Status.IsUp, s_patience));
        using var sender = new UdpClient();
        sender.Connect(IPAddress.Loopback, port);
        sender.Send(Encoding.UTF8.GetBytes(Header + "1600000000,ac0001,10,0\n"));
        for (var i = 1; i < 5; i++)
            sender.Send(Encoding.UTF8.GetBytes($"{1600000000 + i},ac0001,10,{i}\n"));
        for (var i = 0; i < 5; i++)
            Assert.Equal(i, running.Next().Fix.Position.LongitudeDegrees);
    }

    [Fact]
    public void Datagrams_that_come_faster_than_they_are_read_are_dropped_and_counted()
    {
        var port = UdpPort.Free();
        using var gate = new ManualResetEventSlim();
        using var running = new RunningFeed($"udp://127.0.0.1:{port}", new FeedOptions { MostWaitingDatagrams = 10 }, gate);
        Assert.True(SpinWait.SpinUntil(() => running.Feed.Status.IsUp, s_patience));
        using var sender = new UdpClient();
        sender.Connect(IPAddress.Loopback, port);
        sender.Send(Encoding.UTF8.GetBytes(Header + "1600000000,ac0001,10,0\n"));
        // The first fix holds the reader up until the gate opens.
        Assert.True(running.HasFirst.Wait(s_patience));
        for (var i = 1; i < 200; i++)
        {
            sender.Send(Encoding.UTF8.GetBytes($"{1600000000 + i},ac0001,10,{i / 10.0}\n"));
            if (i % 20 == 0)
                Thread.Sleep(5);
        }
        Assert.True(SpinWait.SpinUntil(() => running.Feed.Status.DroppedDatagrams > 0, s_patience));
        gate.Set();
        Assert.True(running.Next().Fix.Time.UnixSeconds >= 1600000000);
        Assert.True(running.Feed.Status.DroppedDatagrams < 201);
    }

    [Fact]
    public async Task A_document_is_fetched_again_and_again_and_a_refusal_is_told_without_its_secret()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var running = new RunningFeed(
            $"http://127.0.0.1:{Port(listener.LocalEndpoint)}/tracks.csv?key=secret",
            new FeedOptions { PollEvery = TimeSpan.FromMilliseconds(10), FirstWait = TimeSpan.FromMilliseconds(10) });
        await Answer(listener, "HTTP/1.1 200 OK", Header + "1600000000,ac0001,10,0\n");
        Assert.Equal(0, running.Next().Fix.Position.LongitudeDegrees);
        await Answer(listener, "HTTP/1.1 200 OK", "1600000001,ac0001,10,1\n");
        Assert.Equal(1, running.Next().Fix.Position.LongitudeDegrees);
        await Answer(listener, "HTTP/1.1 403 Forbidden", "");
        Assert.True(SpinWait.SpinUntil(() => running.Feed.Status.LastError.Contains("403", StringComparison.Ordinal), s_patience));
        Assert.DoesNotContain("secret", running.Feed.Status.LastError);
        Assert.DoesNotContain("secret", running.Feed.Address.Shown);
    }

    [Theory]
    [InlineData("tcp://host:30005", FeedKind.Tcp, "host", 30005)]
    [InlineData("tcp://[::1]:30005", FeedKind.Tcp, "::1", 30005)]
    [InlineData("udp://:8600", FeedKind.Udp, "", 8600)]
    [InlineData("udp://239.2.3.1:6969", FeedKind.Udp, "239.2.3.1", 6969)]
    [InlineData("https://host/data/aircraft.json", FeedKind.Http, "host", 443)]
    [InlineData("a file.csv", FeedKind.File, "", 0)]
    public void Addresses_are_read(string text, FeedKind kind, string host, int port)
    {
        var address = FeedAddress.Parse(text);
        Assert.Equal((kind, host, port), (address.Kind, address.Host, address.Port));
    }

    [Theory]
    [InlineData("tcp://host")]
    [InlineData("tcp://:30005")]
    [InlineData("tcp://host:0")]
    [InlineData("tcp://host:70000")]
    [InlineData("udp://name:1")]
    [InlineData("ftp://host/file")]
    public void What_is_no_address_is_refused(string text) => Assert.Throws<FormatException>(() => FeedAddress.Parse(text));

    private static int Port(EndPoint endPoint) => ((IPEndPoint)endPoint).Port;

    private static async Task Answer(TcpListener listener, string status, string body)
    {
        using var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(s_patience, TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream(), leaveOpen: true);
        while (await reader.ReadLineAsync(TestContext.Current.CancellationToken) is { Length: > 0 })
        {
        }
        await client.GetStream().WriteAsync(Encoding.UTF8.GetBytes($"{status}\r\nConnection: close\r\nContent-Length: {body.Length}\r\n\r\n{body}"), TestContext.Current.CancellationToken);
    }
}
