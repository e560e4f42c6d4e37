using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Overflight.Feeds.Live;
using Overflight.Tracks;

namespace Overflight.Feeds.Tests.Live;

/// <summary>A receiver's Beast port: recorded frames as they would come over it.</summary>
[Trait("Category", "Recorded")]
public sealed class ReceiverTests
{
    [Fact]
    public async Task Positions_come_with_the_message_that_gives_them_and_are_of_the_time_of_arrival()
    {
        var frames = Frames(4_000);
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = new CancellationTokenSource();
        var fixes = new List<Fix>();
        var feed = new Feed(FeedAddress.Parse($"tcp://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"), new FeedOptions());
        var started = TimeProvider.System.GetUtcNow();
        var running = Task.Run(() =>
        {
            try
            {
                feed.Run((Aircraft aircraft, string callsign, in Fix fix) =>
                {
                    lock (fixes)
                        fixes.Add(fix);
                }, stop.Token);
            }
            catch (OperationCanceledException)
            {
            }
        }, TestContext.Current.CancellationToken);
        using (var client = await listener.AcceptTcpClientAsync(TestContext.Current.CancellationToken))
        {
            // In pieces that end within records.
            var bytes = frames.SelectMany(Beast).ToArray();
            for (var at = 0; at < bytes.Length; at += 1_021)
                await client.GetStream().WriteAsync(bytes.AsMemory(at, Math.Min(1_021, bytes.Length - at)), TestContext.Current.CancellationToken);
            // While the connection is open, and all but the last message or two at once.
            Assert.True(SpinWait.SpinUntil(() => { lock (fixes) return fixes.Count > 500; }, TimeSpan.FromSeconds(20)), $"{fixes.Count} fixes");
        }
        await stop.CancelAsync();
        await running;
        Assert.All(fixes, f => Assert.InRange(f.Time.UnixSeconds, started.ToUnixTimeSeconds() - 1, TimeProvider.System.GetUtcNow().ToUnixTimeSeconds() + 1));
        Assert.All(fixes, f => Assert.Equal(FixSource.Adsb, f.Source));
    }

    private static List<byte[]> Frames(int count)
    {
        using var reader = new StreamReader(new GZipStream(File.OpenRead(Testing.Recorded.PathOf("modes/traffic_tutorial_71939_frames.jsonl.gz")), CompressionMode.Decompress));
        var frames = new List<byte[]>();
        while (frames.Count < count && reader.ReadLine() is { } line)
        {
            using var document = JsonDocument.Parse(line);
            frames.Add(Convert.FromHexString(document.RootElement.GetProperty("frame").GetString()!));
        }
        return frames;
    }

    /// <summary>A record of the Beast format with a clock of no meaning.</summary>
    private static IEnumerable<byte> Beast(byte[] frame, int number)
    {
        yield return 0x1A;
        yield return (byte)(frame.Length == 7 ? '2' : '3');
        foreach (var value in (IEnumerable<byte>)[0, 0, 1, (byte)(number >> 16), (byte)(number >> 8), (byte)number, 0x80, .. frame])
        {
            yield return value;
            if (value == 0x1A)
                yield return value;
        }
    }
}
