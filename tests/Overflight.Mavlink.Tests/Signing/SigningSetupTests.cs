using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Protocols;
using Overflight.Mavlink.Signing;
using Overflight.Mavlink.Tests.Protocols;

namespace Overflight.Mavlink.Tests.Signing;

public sealed class SigningSetupTests
{
    [Fact]
    public async Task A_key_is_given_to_one_by_name_and_zeros_end_nothing()
    {
        await using var pair = new LossyPair();
        var taken = new List<(byte[] Key, ulong Time)>();
        using var setup = new SigningSetup(pair.Vehicle, (k, t) => { lock (taken) taken.Add((k.Secret.ToArray(), t)); });
        using var key = SigningKey.Create();
        pair.Ground.Send(new SetupSigning { TargetSystem = 0, SecretKey = key.Secret.ToArray() });
        pair.Ground.Send(new SetupSigning { TargetSystem = 1, SecretKey = new byte[32] });
        SigningSetup.Give(pair.Ground, 1, 1, key, new(TimeProvider.System));
        Assert.True(SpinWait.SpinUntil(() => { lock (taken) return taken.Count == 2; }, TimeSpan.FromMinutes(1)));
        Assert.All(taken, t => Assert.Equal(key.Secret.ToArray(), t.Key));
        Assert.True(taken[1].Time > taken[0].Time);
    }

    [Fact]
    public async Task A_vehicle_notices_when_no_ground_station_is_heard_any_more()
    {
        var time = new ManualTime();
        var (a, b) = Links.MemoryTransport.Pair();
        await using var ground = Mavlink.Links.MavlinkLink.Open(a, new() { Signing = LinkSigning.None });
        await using var vehicle = Mavlink.Links.MavlinkLink.Open(b, new() { Signing = LinkSigning.None, Time = time });
        using var watch = new HeartbeatWatch(new(vehicle, 1, 1), TimeSpan.FromSeconds(4));
        var events = new List<string>();
        watch.GroundHeard += (_, _) => { lock (events) events.Add("heard"); };
        watch.GroundLost += (_, _) => { lock (events) events.Add("lost"); };

        ground.Send(new Heartbeat { Type = MavType.Camera }, 1, 100);
        ground.Send(new Heartbeat { Type = MavType.Gcs }, 255, 190);
        Assert.True(SpinWait.SpinUntil(() => { lock (events) return events.Count == 1; }, TimeSpan.FromMinutes(1)));
        Assert.True(watch.HasGround);
        time.Move(TimeSpan.FromSeconds(4));
        Assert.True(watch.HasGround);
        time.Move(TimeSpan.FromSeconds(2));
        Assert.False(watch.HasGround);
        time.Move(TimeSpan.FromSeconds(20));
        Assert.Equal(["heard", "lost"], events);
    }
}
