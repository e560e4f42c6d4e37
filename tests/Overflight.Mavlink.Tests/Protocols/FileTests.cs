using Overflight.Mavlink.Protocols.Files;
using Overflight.Mavlink.Protocols.Logs;

namespace Overflight.Mavlink.Tests.Protocols;

public sealed class FileTests
{
    private static readonly byte[] s_long = [.. Enumerable.Range(0, 5_000).Select(i => (byte)(i * 7))];

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.2, 2)]
    public async Task Files_are_listed_and_read(double loss, int seed)
    {
        await using var pair = new LossyPair(loss, seed);
        var files = new Dictionary<string, ReadOnlyMemory<byte>> { ["/a.txt"] = "text"u8.ToArray(), ["/logs/long.bin"] = s_long, ["/logs/empty"] = ReadOnlyMemory<byte>.Empty };
        for (var i = 0; i < 40; i++)
            files[$"/many/a-file-with-a-long-name-{i:00}"] = new byte[i];
        using var server = new FtpServer(pair.Vehicle, () => files);
        var client = new FtpClient(pair.Ground, 1, patience: LossyPair.Patience);

        Assert.Equal([new("logs", null), new("many", null), new("a.txt", 4)], await client.ListAsync("/"));
        Assert.Equal(Enumerable.Range(0, 40).Select(i => new FtpEntry($"a-file-with-a-long-name-{i:00}", i)), await client.ListAsync("/many"));
        Assert.Equal(s_long, await client.ReadAsync("/logs/long.bin"));
        Assert.Empty(await client.ReadAsync("/logs/empty"));
        Assert.Contains("FileNotFound", (await Assert.ThrowsAsync<MavlinkException>(() => client.ReadAsync("/logs/../a"))).Message, StringComparison.Ordinal);
        Assert.Contains("FileNotFound", (await Assert.ThrowsAsync<MavlinkException>(() => client.ListAsync("/nowhere"))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(13)]
    public async Task Nothing_can_be_written(int code)
    {
        await using var pair = new LossyPair();
        using var server = new FtpServer(pair.Vehicle, () => new Dictionary<string, ReadOnlyMemory<byte>> { ["/a"] = new byte[1] });
        using var replies = new Mavlink.Protocols.Replies<byte[]>(TimeProvider.System).From<Mavlink.Messages.FileTransferProtocol>(pair.Ground, 1, 1, m => m.Payload);
        pair.Ground.Send(new Mavlink.Messages.FileTransferProtocol { TargetSystem = 1, TargetComponent = 1, Payload = [5, 0, 0, (byte)code, 2, 0, 0, 0, 0, 0, 0, 0, (byte)'/', (byte)'a'] });
        var (_, payload) = await replies.NextAsync(TimeSpan.FromMinutes(1), default);
        // Sequence, refused, what it answers, and why.
        Assert.Equal((6, 129, code, 7), ((int)payload[0], (int)payload[3], (int)payload[5], (int)payload[12]));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.2, 2)]
    public async Task Logs_are_listed_and_read(double loss, int seed)
    {
        await using var pair = new LossyPair(loss, seed);
        var time = new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);
        (DateTimeOffset, ReadOnlyMemory<byte>)[] logs = [(time, s_long), (time.AddHours(1), new byte[90]), (time.AddHours(2), ReadOnlyMemory<byte>.Empty), (time.AddHours(3), new byte[60_000])];
        using var server = new LogServer(pair.Vehicle, () => logs);
        var client = new LogClient(pair.Ground, 1, patience: LossyPair.Patience);
        var listed = await client.ListAsync();
        Assert.Equal(logs.Select((l, i) => new FlightLog((ushort)(i + 1), l.Item1, (uint)l.Item2.Length)), listed);
        foreach (var (log, (_, content)) in listed.Zip(logs))
            Assert.Equal(content.ToArray(), await client.ReadAsync(log));
    }

    [Fact]
    public async Task No_logs_are_no_logs()
    {
        await using var pair = new LossyPair();
        using var server = new LogServer(pair.Vehicle, () => []);
        Assert.Empty(await new LogClient(pair.Ground, 1).ListAsync());
    }
}
