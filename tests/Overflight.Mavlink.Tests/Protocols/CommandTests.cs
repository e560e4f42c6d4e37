using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Protocols;
using Overflight.Mavlink.Protocols.Commands;

namespace Overflight.Mavlink.Tests.Protocols;

public sealed class CommandTests
{
    [Fact]
    public async Task A_repeated_command_is_carried_out_once()
    {
        await using var pair = new LossyPair();
        var carriedOut = 0;
        using var server = new CommandServer(pair.Vehicle, (_, _) => new(new CommandReply(MavResult.Accepted, 0, ++carriedOut)));
        using var replies = new Replies<CommandAck>(TimeProvider.System).From<CommandAck>(pair.Ground, 1, 1, m => m);
        for (byte confirmation = 0; confirmation < 3; confirmation++)
        {
            pair.Ground.Send(new CommandLong { TargetSystem = 1, TargetComponent = 1, Command = MavCmd.ImageStartCapture, Confirmation = confirmation });
            var (_, ack) = await replies.NextAsync(TimeSpan.FromMinutes(1), default);
            Assert.Equal((MavResult.Accepted, 1, 255, 190), (ack.Result, ack.ResultParam2, (int)ack.TargetSystem, (int)ack.TargetComponent));
        }
        // The first of a new series is a new command, and so is one with other params.
        pair.Ground.Send(new CommandLong { TargetSystem = 1, TargetComponent = 1, Command = MavCmd.ImageStartCapture });
        Assert.Equal(2, (await replies.NextAsync(TimeSpan.FromMinutes(1), default)).Reply.ResultParam2);
        pair.Ground.Send(new CommandLong { TargetSystem = 1, TargetComponent = 1, Command = MavCmd.ImageStartCapture, Param1 = 1, Confirmation = 1 });
        Assert.Equal(3, (await replies.NextAsync(TimeSpan.FromMinutes(1), default)).Reply.ResultParam2);
    }

    [Fact]
    public async Task One_in_progress_says_so_and_ends_with_its_result()
    {
        await using var pair = new LossyPair();
        var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        CommandServer? server = null;
        server = new(pair.Vehicle, async (c, _) =>
        {
            server!.TellProgress(c, 40);
            await release.Task;
            return CommandReply.Accepted;
        });
        var progress = new Collected();
        var reply = new CommandClient(pair.Ground, LossyPair.Patience).SendAsync(new CommandLong { TargetSystem = 1, TargetComponent = 1, Command = MavCmd.NavTakeoff }, progress);
        await progress.First;
        release.SetResult();
        Assert.Equal(CommandReply.Accepted, await reply);
        server.Dispose();
    }

    [Fact]
    public async Task One_in_progress_can_be_called_off()
    {
        await using var pair = new LossyPair();
        var begun = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var calledOff = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        using var server = new CommandServer(pair.Vehicle, async (_, stop) =>
        {
            begun.SetResult();
            stop.Register(calledOff.SetResult);
            await Task.Delay(Timeout.Infinite, stop);
            return CommandReply.Accepted;
        });
        using var stop = new CancellationTokenSource();
        var reply = new CommandClient(pair.Ground).SendAsync(new CommandLong { TargetSystem = 1, TargetComponent = 1, Command = MavCmd.NavLand }, cancellation: stop.Token);
        await begun.Task;
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reply);
        await calledOff.Task;
    }

    [Fact]
    public async Task A_handler_that_throws_is_a_command_that_failed()
    {
        await using var pair = new LossyPair();
        using var server = new CommandServer(pair.Vehicle, (_, _) => throw new InvalidOperationException());
        Assert.Equal(MavResult.Failed, (await new CommandClient(pair.Ground).SendAsync(new CommandLong { TargetSystem = 1, TargetComponent = 1, Command = MavCmd.NavLand })).Result);
    }

    [Fact]
    public async Task No_answer_is_an_error_and_each_try_counts_up()
    {
        await using var pair = new LossyPair();
        var seen = new List<byte>();
        using var _ = pair.Vehicle.On<CommandLong>((_, m) => { lock (seen) seen.Add(m.Confirmation); });
        var client = new CommandClient(pair.Ground, new(TimeSpan.FromMilliseconds(20), 3));
        var error = await Assert.ThrowsAsync<MavlinkException>(() => client.SendAsync(new CommandLong { TargetSystem = 1, TargetComponent = 1, Command = MavCmd.NavLand }));
        Assert.Contains("1/1", error.Message, StringComparison.Ordinal);
        Assert.True(SpinWait.SpinUntil(() => { lock (seen) return seen.Count == 4; }, TimeSpan.FromMinutes(1)));
        Assert.Equal([0, 1, 2, 3], seen.Select(b => (int)b));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Over_a_poor_link_every_command_is_answered_with_its_own_result(int seed)
    {
        await using var pair = new LossyPair(0.2, seed);
        using var server = new CommandServer(pair.Vehicle, (c, _) => new(new CommandReply(MavResult.Accepted, 0, (int)c.Param1)));
        var client = new CommandClient(pair.Ground, LossyPair.Patience);
        for (var i = 0; i < 50; i++)
        {
            // Another command each time: an answer names nothing else.
            var reply = await client.SendAsync(new CommandLong { TargetSystem = 1, TargetComponent = 1, Command = (MavCmd)(1000 + i), Param1 = i });
            Assert.Equal(i, reply.Detail);
        }
    }

    [Theory]
    [InlineData(MavFrame.Global, 47.1234567, 471_234_567)]
    [InlineData(MavFrame.GlobalRelativeAltInt, -179.9999999, -1_799_999_999)]
    [InlineData(MavFrame.LocalNed, 12.5, 125_000)]
    [InlineData(MavFrame.Mission, 12, 12)]
    [InlineData(MavFrame.Global, double.NaN, int.MaxValue)]
    public void Coordinates_are_scaled_as_their_frame_says(MavFrame frame, double value, int encoded)
    {
        Assert.Equal(encoded, Coordinates.Encode(value, frame));
        Assert.Equal(value, Coordinates.Decode(encoded, frame), 1e-9);
    }

    private sealed class Collected : IProgress<byte>
    {
        private readonly TaskCompletionSource _first = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task First => _first.Task;

        public void Report(byte value)
        {
            if (value == 40)
                _first.TrySetResult();
        }
    }
}
