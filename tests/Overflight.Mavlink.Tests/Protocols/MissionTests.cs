using CsCheck;
using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Protocols;
using Overflight.Mavlink.Protocols.Missions;

namespace Overflight.Mavlink.Tests.Protocols;

public sealed class MissionTests
{
    private static readonly Patience s_quick = new(TimeSpan.FromMilliseconds(30), 100);

    private static readonly Gen<PlanItem> s_item = Gen.Select(Gen.Int, Gen.Int, Gen.Float[-1e4f, 1e4f], Gen.Float[-10, 10], Gen.Bool).Select((x, y, z, p, auto) =>
        new PlanItem(MavCmd.NavWaypoint, MavFrame.GlobalRelativeAlt) { X = x, Y = y, Z = z, Param1 = p, Param4 = float.NaN, AutoContinue = auto });

    [Theory]
    [InlineData(0, 1)]
    [InlineData(0.2, 2)]
    [InlineData(0.2, 3)]
    [InlineData(0.35, 4)]
    public async Task Any_plan_goes_up_and_comes_down_as_it_was(double loss, int seed)
    {
        await using var pair = new LossyPair(loss, seed);
        using var server = new MissionServer(pair.Vehicle, (_, _) => MavMissionResult.Accepted, s_quick);
        using var client = new MissionClient(pair.Ground, 1, patience: s_quick);
        var random = new Random(seed);
        foreach (var type in new[] { MavMissionType.Mission, MavMissionType.Fence, MavMissionType.Rally, MavMissionType.Mission })
        {
            var plan = new MissionPlan(s_item.Array[random.Next(0, 30)].Single());
            Assert.Equal(MavMissionResult.Accepted, await client.UploadAsync(type, plan));
            Assert.Equal(plan.Items, server[type].Items);
            Assert.Equal(plan.Items, (await client.DownloadAsync(type)).Items);
            Assert.Equal(plan.Id, server[type].Id);
        }
        Assert.Equal(MavMissionResult.Accepted, await client.ClearAsync(MavMissionType.All));
        Assert.Empty(server[MavMissionType.Fence].Items);
        Assert.Equal(0u, server[MavMissionType.Fence].Id);
    }

    [Fact]
    public async Task A_plan_that_is_refused_leaves_the_one_before()
    {
        await using var pair = new LossyPair();
        using var server = new MissionServer(pair.Vehicle, (_, plan) => plan.Items.Count > 2 ? MavMissionResult.InvalidParam1 : MavMissionResult.Accepted, mostItems: 5);
        using var client = new MissionClient(pair.Ground, 1);
        var good = Plan(2);
        Assert.Equal(MavMissionResult.Accepted, await client.UploadAsync(MavMissionType.Mission, good));
        Assert.Equal(MavMissionResult.InvalidParam1, await client.UploadAsync(MavMissionType.Mission, Plan(3)));
        Assert.Equal(MavMissionResult.NoSpace, await client.UploadAsync(MavMissionType.Mission, Plan(6)));
        Assert.Equal(MavMissionResult.Unsupported, await client.UploadAsync((MavMissionType)9, Plan(1)));
        Assert.Same(good.Items[0].GetType(), typeof(PlanItem));
        Assert.Equal(good.Items, server[MavMissionType.Mission].Items);
        await Assert.ThrowsAsync<MavlinkException>(() => client.DownloadAsync((MavMissionType)9));
    }

    [Fact]
    public async Task While_one_uploads_another_is_denied()
    {
        await using var pair = new LossyPair();
        using var server = new MissionServer(pair.Vehicle, (_, _) => MavMissionResult.Accepted, new(TimeSpan.FromMinutes(5), 5));
        var other = new MavlinkNode(pair.GroundLink, 254, 190);
        using var acks = new Replies<MavMissionResult>(TimeProvider.System).From<MissionAck>(other, 1, 1, m => m.Type);
        using var asked = new Replies<int>(TimeProvider.System).From<MissionRequestInt>(pair.Ground, 1, 1, m => m.Seq);
        pair.Ground.Send(new MissionCount { TargetSystem = 1, TargetComponent = 1, Count = 2 });
        Assert.Equal((true, 0), await asked.NextAsync(TimeSpan.FromMinutes(1), default));
        other.Send(new MissionCount { TargetSystem = 1, TargetComponent = 1, Count = 3 });
        Assert.Equal((true, MavMissionResult.Denied), await acks.NextAsync(TimeSpan.FromMinutes(1), default));
        other.Send(new MissionClearAll { TargetSystem = 1, TargetComponent = 1 });
        Assert.Equal((true, MavMissionResult.Denied), await acks.NextAsync(TimeSpan.FromMinutes(1), default));
    }

    [Fact]
    public async Task A_second_upload_of_as_many_items_is_never_mixed_with_the_first()
    {
        await using var pair = new LossyPair();
        using var server = new MissionServer(pair.Vehicle, (_, _) => MavMissionResult.Accepted, new(TimeSpan.FromMinutes(5), 5));
        using var asked = new Replies<int>(TimeProvider.System).From<MissionRequestInt>(pair.Ground, 1, 1, m => m.Seq);
        var (first, second) = (Plan(2), new MissionPlan([.. Plan(2).Items.Select(i => i with { Z = 999 })]));
        pair.Ground.Send(new MissionCount { TargetSystem = 1, TargetComponent = 1, Count = 2 });
        await asked.NextAsync(TimeSpan.FromMinutes(1), default);
        pair.Ground.Send(first.Items[0].ToMessage(1, 1, 0, MavMissionType.Mission, false));
        Assert.Equal((true, 1), await asked.NextAsync(TimeSpan.FromMinutes(1), default));
        using var client = new MissionClient(pair.Ground, 1);
        Assert.Equal(MavMissionResult.Accepted, await client.UploadAsync(MavMissionType.Mission, second));
        Assert.Equal(second.Items, server[MavMissionType.Mission].Items);
    }

    [Fact]
    public async Task A_count_that_comes_late_harms_no_upload_of_another_kind()
    {
        await using var pair = new LossyPair();
        using var server = new MissionServer(pair.Vehicle, (_, _) => MavMissionResult.Accepted, new(TimeSpan.FromMinutes(5), 5));
        using var client = new MissionClient(pair.Ground, 1, patience: new(TimeSpan.FromMinutes(5), 0));
        using var late = pair.Ground.On<MissionRequestInt>((_, m) =>
        {
            if (m.MissionType == MavMissionType.Fence && m.Seq == 1)
                pair.Ground.Send(new MissionCount { TargetSystem = 1, TargetComponent = 1, Count = 7, MissionType = MavMissionType.Mission });
        });
        Assert.Equal(MavMissionResult.Accepted, await client.UploadAsync(MavMissionType.Fence, Plan(3)));
        Assert.Equal(3, server[MavMissionType.Fence].Items.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public async Task A_late_count_of_the_same_kind_leaves_no_other_plan_than_the_one_uploaded(int items)
    {
        await using var pair = new LossyPair();
        using var server = new MissionServer(pair.Vehicle, (_, _) => MavMissionResult.Accepted, s_quick);
        using var client = new MissionClient(pair.Ground, 1, patience: s_quick);
        var done = false;
        using var late = pair.Ground.On<MissionRequestInt>((_, m) =>
        {
            if (m.Seq == 2 && !done)
                pair.Ground.Send(new MissionCount { TargetSystem = 1, TargetComponent = 1, Count = (ushort)items });
            done |= m.Seq == 2;
        });
        Assert.Equal(MavMissionResult.Accepted, await client.UploadAsync(MavMissionType.Mission, Plan(4)));
        Assert.Equal(Plan(4).Items, server[MavMissionType.Mission].Items);
    }

    [Fact]
    public async Task An_upload_that_falls_silent_is_given_up_and_said_so()
    {
        await using var pair = new LossyPair();
        using var server = new MissionServer(pair.Vehicle, (_, _) => MavMissionResult.Accepted, new(TimeSpan.FromMilliseconds(10), 3));
        using var acks = new Replies<MavMissionResult>(TimeProvider.System).From<MissionAck>(pair.Ground, 1, 1, m => m.Type);
        var asked = 0;
        using var _ = pair.Ground.On<MissionRequestInt>((_, _) => Interlocked.Increment(ref asked));
        pair.Ground.Send(new MissionCount { TargetSystem = 1, TargetComponent = 1, Count = 2 });
        Assert.Equal((true, MavMissionResult.OperationCancelled), await acks.NextAsync(TimeSpan.FromMinutes(1), default));
        Assert.Equal(4, asked);
    }

    [Fact]
    public void The_id_of_a_plan_changes_with_any_item() => Gen.Select(s_item.Array[1, 5], Gen.Int[0, 4], Gen.Int[1, 100]).Sample((items, index, change) =>
    {
        var plan = new MissionPlan(items);
        items = [.. items];
        items[index % items.Length] = items[index % items.Length] with { X = unchecked(items[index % items.Length].X + change) };
        Assert.NotEqual(plan.Id, new MissionPlan(items).Id);
    }, iter: 1_000);

    [Fact]
    public async Task Items_of_the_older_message_are_taken_too()
    {
        await using var pair = new LossyPair();
        using var server = new MissionServer(pair.Vehicle, (_, _) => MavMissionResult.Accepted);
        using var acks = new Replies<MavMissionResult>(TimeProvider.System).From<MissionAck>(pair.Ground, 1, 1, m => m.Type);
        pair.Ground.Send(new MissionCount { TargetSystem = 1, TargetComponent = 1, Count = 1 });
        pair.Ground.Send(new Mavlink.Messages.MissionItem { TargetSystem = 1, TargetComponent = 1, Frame = MavFrame.GlobalRelativeAlt, Command = MavCmd.NavWaypoint, X = 47.5f, Y = 8.5f, Z = 60 });
        Assert.Equal((true, MavMissionResult.Accepted), await acks.NextAsync(TimeSpan.FromMinutes(1), default));
        Assert.Equal((475_000_000, 85_000_000), (server[MavMissionType.Mission].Items[0].X, server[MavMissionType.Mission].Items[0].Y));
    }

    private static MissionPlan Plan(int items) => new([.. Enumerable.Range(0, items).Select(i => PlanItem.At(MavCmd.NavWaypoint, 47, 8, i))]);
}
