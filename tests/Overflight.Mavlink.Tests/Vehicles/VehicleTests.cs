using Overflight.Mavlink.Arming;
using Overflight.Mavlink.Grounds;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Protocols.Missions;
using Overflight.Mavlink.Protocols.Parameters;
using Overflight.Mavlink.Tests.Protocols;
using Overflight.Mavlink.Vehicles;

namespace Overflight.Mavlink.Tests.Vehicles;

/// <summary>Our ground side and our vehicle side together, in memory.</summary>
public sealed class VehicleTests
{
    private static readonly MissionPlan s_mission = new([PlanItem.At(MavCmd.NavWaypoint, 47, 8, 50)]);

    [Fact]
    public async Task It_is_armed_only_with_leave_and_leave_is_spent_by_arming()
    {
        await using var pair = new LossyPair();
        var vehicle = new MadeVehicle();
        var authority = new MadeAuthority();
        using var onLink = new MavlinkVehicle(pair.VehicleLink, vehicle, Options(authority));
        using var ground = new MavlinkGround(pair.GroundLink, new());
        var texts = new List<string>();
        ground.TextHeard += (_, t) => { lock (texts) texts.Add(t.Text); };
        var seen = await ground.FindAsync(1);

        var refused = await seen.ArmAsync();
        Assert.Equal((MavResult.Denied, (int)MavArmAuthDeniedReason.InvalidWaypoint), (refused.Result, refused.Detail));
        Assert.False(vehicle.State.IsArmed);
        Assert.True(SpinWait.SpinUntil(() => { lock (texts) return texts.Contains("Arming denied: there is no mission"); }, TimeSpan.FromMinutes(1)));

        await seen.Missions.UploadAsync(MavMissionType.Mission, s_mission);
        var leave = await seen.RequestAuthorisationAsync();
        Assert.Equal((MavResult.Accepted, 60), (leave.Result, (int)leave.Progress));
        Assert.Equal(2, authority.Requests.Count);
        Assert.True((await seen.ArmAsync()).IsAccepted);
        Assert.Equal(2, authority.Requests.Count);
        Assert.True(vehicle.State.IsArmed);

        Assert.True((await seen.DisarmAsync()).IsAccepted);
        Assert.True((await seen.ArmAsync()).IsAccepted);
        Assert.Equal(3, authority.Requests.Count);
    }

    [Fact]
    public async Task Leave_for_one_mission_is_none_for_another()
    {
        await using var pair = new LossyPair();
        var authority = new MadeAuthority();
        using var onLink = new MavlinkVehicle(pair.VehicleLink, new MadeVehicle(), Options(authority));
        using var ground = new MavlinkGround(pair.GroundLink, new());
        var seen = await ground.FindAsync(1);
        await seen.Missions.UploadAsync(MavMissionType.Mission, s_mission);
        await seen.RequestAuthorisationAsync();
        await seen.Missions.UploadAsync(MavMissionType.Mission, new([s_mission.Items[0] with { Z = 51 }]));
        await seen.ArmAsync();
        Assert.Equal(2, authority.Requests.Count);
        Assert.NotEqual(authority.Requests[0].MissionId, authority.Requests[1].MissionId);
    }

    [Fact]
    public async Task A_mission_that_changes_while_leave_is_asked_for_is_not_flown()
    {
        await using var pair = new LossyPair();
        var vehicle = new MadeVehicle();
        var authority = new SlowAuthority();
        using var onLink = new MavlinkVehicle(pair.VehicleLink, vehicle, Options(authority));
        using var ground = new MavlinkGround(pair.GroundLink, new());
        var seen = await ground.FindAsync(1);
        var arming = seen.ArmAsync();
        await authority.Asked;
        await seen.Missions.UploadAsync(MavMissionType.Mission, s_mission);
        authority.Answer(ArmDecision.Allow(TimeSpan.FromMinutes(1)));
        Assert.Equal(MavResult.Denied, (await arming).Result);
        Assert.False(vehicle.State.IsArmed);
    }

    [Fact]
    public async Task A_disarming_does_not_wait_for_an_arming_and_calls_it_off()
    {
        await using var pair = new LossyPair();
        var vehicle = new MadeVehicle();
        var authority = new SlowAuthority();
        using var onLink = new MavlinkVehicle(pair.VehicleLink, vehicle, Options(authority));
        using var ground = new MavlinkGround(pair.GroundLink, new());
        await ground.FindAsync(1);
        var acks = new List<CommandAck>();
        using var _ = ground.Node.On<CommandAck>((_, m) => { lock (acks) acks.Add(m); });
        ground.Node.Send(new CommandLong { TargetSystem = 1, TargetComponent = 1, Command = MavCmd.ComponentArmDisarm, Param1 = 1 });
        await authority.Asked;
        ground.Node.Send(new CommandLong { TargetSystem = 1, TargetComponent = 1, Command = MavCmd.ComponentArmDisarm, Param1 = 0 });
        Assert.True(SpinWait.SpinUntil(() => { lock (acks) return acks.Count == 1; }, TimeSpan.FromMinutes(1)));
        Assert.Equal(MavResult.Accepted, acks[0].Result);
        authority.Answer(ArmDecision.Allow(TimeSpan.FromMinutes(1)));
        // Another command, answered behind it, shows that nothing came of the arming.
        ground.Node.Send(new CommandLong { TargetSystem = 1, TargetComponent = 1, Command = MavCmd.RunPrearmChecks });
        Assert.True(SpinWait.SpinUntil(() => { lock (acks) return acks.Count == 2; }, TimeSpan.FromMinutes(1)));
        Assert.Equal(MavCmd.RunPrearmChecks, acks[1].Command);
        Assert.False(vehicle.State.IsArmed);
    }

    [Fact]
    public async Task Arming_and_uploads_at_once_never_wait_for_each_other_nor_arm_another_mission()
    {
        await using var pair = new LossyPair();
        var vehicle = new MadeVehicle();
        // It decides on threads of the pool, as arming then does.
        var authority = new PooledAuthority();
        using var onLink = new MavlinkVehicle(pair.VehicleLink, vehicle, Options(authority));
        using var ground = new MavlinkGround(pair.GroundLink, new());
        var seen = await ground.FindAsync(1);
        for (var i = 0; i < 100; i++)
        {
            var plan = new MissionPlan([s_mission.Items[0] with { X = i }]);
            var uploading = seen.Missions.UploadAsync(MavMissionType.Mission, plan);
            var arming = seen.ArmAsync();
            await uploading;
            if ((await arming).IsAccepted)
                Assert.Equal(vehicle.PlanWhenArmed, authority.Last);
            await seen.DisarmAsync();
        }
    }

    [Fact]
    public async Task An_authority_that_fails_gives_no_leave()
    {
        await using var pair = new LossyPair();
        var vehicle = new MadeVehicle();
        using var onLink = new MavlinkVehicle(pair.VehicleLink, vehicle, Options(new MadeAuthority { Judge = _ => throw new InvalidOperationException("broken") }));
        using var ground = new MavlinkGround(pair.GroundLink, new());
        Assert.Equal(MavResult.Denied, (await (await ground.FindAsync(1)).ArmAsync()).Result);
        Assert.False(vehicle.State.IsArmed);
    }

    [Fact]
    public async Task The_authoriser_may_sit_on_the_ground()
    {
        await using var pair = new LossyPair();
        var vehicle = new MadeVehicle();
        var decisions = new Queue<ArmDecision>([ArmDecision.Deny(MavArmAuthDeniedReason.AirspaceInUse, ""), ArmDecision.Allow(TimeSpan.FromSeconds(0.9)), ArmDecision.Allow(TimeSpan.FromHours(5))]);
        var onGround = new MadeAuthority { Judge = _ => decisions.Dequeue() };
        using var onLink = new MavlinkVehicle(pair.VehicleLink, vehicle, Options(new LinkArmAuthority(pair.Vehicle, 255, 190)));
        using var ground = new MavlinkGround(pair.GroundLink, new() { ArmAuthority = onGround });
        var seen = await ground.FindAsync(1);
        Assert.Equal((int)MavArmAuthDeniedReason.AirspaceInUse, (await seen.ArmAsync()).Detail);
        // Less than a second of leave is none.
        Assert.Equal(MavResult.Denied, (await seen.ArmAsync()).Result);
        Assert.Equal(254, (await seen.RequestAuthorisationAsync()).Progress);
        Assert.True((await seen.ArmAsync()).IsAccepted);
        Assert.True(vehicle.State.IsArmed);
    }

    [Fact]
    public async Task A_ground_station_that_is_no_authoriser_gives_no_leave()
    {
        await using var pair = new LossyPair();
        var vehicle = new MadeVehicle();
        using var onLink = new MavlinkVehicle(pair.VehicleLink, vehicle, Options(new LinkArmAuthority(pair.Vehicle, 255, 190, new(TimeSpan.FromMilliseconds(10), 2))));
        using var ground = new MavlinkGround(pair.GroundLink, new());
        var reply = await (await ground.FindAsync(1)).ArmAsync();
        Assert.Equal((MavResult.Denied, (int)MavArmAuthDeniedReason.Timeout), (reply.Result, reply.Detail));
    }

    [Theory]
    [InlineData(94)]
    [InlineData(181)]
    [InlineData(183)]
    [InlineData(187)]
    [InlineData(208)]
    [InlineData(211)]
    [InlineData(30_001)]
    [InlineData(30_002)]
    [InlineData(42_600)]
    public async Task What_releases_things_is_refused_alone_and_in_missions(int command)
    {
        await using var pair = new LossyPair();
        using var onLink = new MavlinkVehicle(pair.VehicleLink, new MadeVehicle(), Options(new MadeAuthority()));
        using var ground = new MavlinkGround(pair.GroundLink, new());
        var seen = await ground.FindAsync(1);
        Assert.Equal(MavResult.Denied, (await seen.SendAsync((MavCmd)command)).Result);
        Assert.Equal(MavMissionResult.Unsupported, await seen.Missions.UploadAsync(MavMissionType.Mission, new([new((MavCmd)command, MavFrame.Mission)])));
    }

    [Fact]
    public async Task Items_of_a_fence_do_not_pass_as_a_mission()
    {
        await using var pair = new LossyPair();
        using var onLink = new MavlinkVehicle(pair.VehicleLink, new MadeVehicle(), Options(new MadeAuthority()));
        using var ground = new MavlinkGround(pair.GroundLink, new());
        var seen = await ground.FindAsync(1);
        var fence = new MissionPlan([PlanItem.At(MavCmd.NavFenceCircleInclusion, 47, 8, 0) with { Param1 = 100 }]);
        Assert.Equal(MavMissionResult.Unsupported, await seen.Missions.UploadAsync(MavMissionType.Mission, fence));
        Assert.Equal(MavMissionResult.Unsupported, await seen.Missions.UploadAsync(MavMissionType.Fence, s_mission));
        Assert.Equal(MavMissionResult.Accepted, await seen.Missions.UploadAsync(MavMissionType.Fence, fence));
    }

    [Fact]
    public async Task It_tells_what_a_ground_station_asks_for_first()
    {
        await using var pair = new LossyPair();
        using var onLink = new MavlinkVehicle(pair.VehicleLink, new MadeVehicle(), Options(new MadeAuthority()) with { UniqueId = 77 });
        using var ground = new MavlinkGround(pair.GroundLink, new());
        var seen = await ground.FindAsync(1);
        var version = await seen.RequestAsync<AutopilotVersion>();
        Assert.Equal(77ul, version.Uid);
        Assert.True(version.Capabilities.HasFlag(MavProtocolCapability.MissionInt | MavProtocolCapability.ParamEncodeBytewise | MavProtocolCapability.Mavlink2 | MavProtocolCapability.CommandInt));
        Assert.Equal(200, (await seen.RequestAsync<ProtocolVersion>()).Version);
        Assert.Equal(488_000, (await seen.RequestAsync<HomePosition>()).Altitude);
        var modes = new List<AvailableModes>();
        using var _ = ground.Node.On<AvailableModes>((_, m) => { lock (modes) modes.Add(m); });
        Assert.True((await seen.SendAsync(MavCmd.RequestMessage, AvailableModes.Info.Id)).IsAccepted);
        Assert.True(SpinWait.SpinUntil(() => { lock (modes) return modes.Count > 0 && modes.Count == modes[0].NumberModes; }, TimeSpan.FromMinutes(1)));
        Assert.Equal(3, (int)(await seen.RequestAsync<GimbalManagerInformation>()).GimbalDeviceId / 50);
        await Assert.ThrowsAsync<MavlinkException>(() => seen.RequestAsync<LogEntry>());
        Assert.Equal(ParameterValue.Real(80), await seen.Parameters().ReadAsync("NAV_RADIUS"));
    }

    [Fact]
    public async Task Commands_reach_the_vehicle_with_their_units()
    {
        await using var pair = new LossyPair();
        var vehicle = new MadeVehicle();
        using var onLink = new MavlinkVehicle(pair.VehicleLink, vehicle, Options(new MadeAuthority()));
        using var ground = new MavlinkGround(pair.GroundLink, new());
        var seen = await ground.FindAsync(1);

        Assert.True((await seen.FlyToAsync(new(new(47.5, 8.6, 700), Speed: 22, Radius: -300, Heading: 90))).IsAccepted);
        Assert.True((await seen.OrbitAsync(new(new(47.5, 8.6, 700), 250, 20, OrbitYawBehaviour.HoldFrontTangentToCircle, 3))).IsAccepted);
        Assert.True((await seen.SendAsync(MavCmd.DoChangeSpeed, 1, 31)).IsAccepted);
        Assert.True((await seen.SendAsync(MavCmd.DoChangeSpeed, 0, -2)).IsAccepted);
        Assert.Equal(MavResult.Denied, (await seen.SendAsync(MavCmd.DoChangeSpeed, 0, -5)).Result);
        Assert.True((await seen.SendAsync(MavCmd.DoChangeAltitude, 120, (float)MavFrame.GlobalRelativeAlt)).IsAccepted);
        Assert.Equal(608, vehicle.State.AltitudeMsl, 1e-6);
        Assert.Equal(MavResult.CommandUnsupportedMavFrame, (await seen.SendAsync(MavCmd.DoChangeAltitude, 120, (float)MavFrame.GlobalTerrainAlt)).Result);
        Assert.True((await seen.PointGimbalAtAsync(new(47.4, 8.5, 400))).IsAccepted);
        Assert.Equal(MavResult.Denied, (await seen.FlyToAsync(new(new(91, 8.6, 700)))).Result);
        Assert.Equal(MavResult.Denied, (await seen.SendAsync(MavCmd.DoSetMode, 1, 99)).Result);

        Assert.Equal(
        [
            $"Reposition {{ To = Place {{ Latitude = 47.5, Longitude = 8.6, AltitudeMsl = 700 }}, Speed = 22, Radius = -300, Heading = {vehicle.Calls[0].Split("Heading = ")[1]}",
            $"OrbitRequest {{ Centre = Place {{ Latitude = 47.5, Longitude = 8.6, AltitudeMsl = 700 }}, Radius = 250, Speed = 20, Yaw = HoldFrontTangentToCircle, Turns = {vehicle.Calls[1].Split("Turns = ")[1]}",
            "Ground 31", "Air ",
            "GimbalAim { Pitch = NaN, Yaw = NaN, PitchRate = NaN, YawRate = NaN, IsYawLocked = False, At = Place { Latitude = 47.4, Longitude = 8.5, AltitudeMsl = 400 }, IsNeutral = False }",
        ], vehicle.Calls);
        Assert.Equal(90, double.Parse(vehicle.Calls[0].Split("Heading = ")[1].TrimEnd('}', ' ')), 1e-5);
        Assert.Equal(3, double.Parse(vehicle.Calls[1].Split("Turns = ")[1].TrimEnd('}', ' ')), 1e-6);
    }

    [Fact]
    public async Task A_camera_is_a_component_of_its_own()
    {
        await using var pair = new LossyPair();
        var vehicle = new MadeVehicle();
        using var onLink = new MavlinkVehicle(pair.VehicleLink, vehicle, Options(new MadeAuthority()));
        using var ground = new MavlinkGround(pair.GroundLink, new());
        await ground.FindAsync(1);
        var camera = new GroundCamera(ground.Node, 1);

        var information = await camera.RequestAsync<CameraInformation>();
        Assert.Equal(("Overflight", 1920, 1080), (System.Text.Encoding.UTF8.GetString(information.VendorName).TrimEnd('\0'), (int)information.ResolutionH, (int)information.ResolutionV));
        Assert.True(information.Flags.HasFlag(CameraCapFlags.HasVideoStream) && !information.Flags.HasFlag(CameraCapFlags.HasBasicZoom));
        var stream = await camera.RequestAsync<VideoStreamInformation>();
        Assert.Equal(("udp://127.0.0.1:5600", 60, VideoStreamType.MpegTs), (stream.Uri, (int)stream.Hfov, stream.Type));

        Assert.True((await camera.TakeImagesAsync(TimeSpan.FromSeconds(2), 5)).IsAccepted);
        Assert.Equal((2, 2f), ((int)(await camera.RequestAsync<CameraCaptureStatus>()).ImageStatus, (await camera.RequestAsync<CameraCaptureStatus>()).ImageInterval));
        Assert.True((await camera.StopImagesAsync()).IsAccepted);
        Assert.True((await camera.StartVideoAsync()).IsAccepted);
        var recording = await camera.RequestAsync<CameraCaptureStatus>();
        Assert.Equal((0, 1, 1_000u), ((int)recording.ImageStatus, (int)recording.VideoStatus, recording.RecordingTimeMs));
        Assert.True((await camera.StopVideoAsync()).IsAccepted);
        Assert.Equal(MavResult.Unsupported, (await camera.ZoomAsync(50)).Result);
        Assert.Equal(MavResult.Denied, (await camera.TakeImagesAsync(TimeSpan.FromSeconds(-1), 5)).Result);
        await Assert.ThrowsAsync<MavlinkException>(() => camera.RequestAsync<Attitude>());
    }

    [Fact]
    public async Task Only_who_has_control_of_the_gimbal_points_it()
    {
        await using var pair = new LossyPair();
        var vehicle = new MadeVehicle();
        using var onLink = new MavlinkVehicle(pair.VehicleLink, vehicle, Options(new MadeAuthority()));
        using var first = new MavlinkGround(pair.GroundLink, new());
        using var second = new MavlinkGround(pair.GroundLink, new() { SystemId = 254 });
        var (a, b) = (await first.FindAsync(1), await second.FindAsync(1));
        Assert.True((await b.PointGimbalAsync(-10, 0)).IsAccepted);
        Assert.True((await a.SendAsync(MavCmd.DoGimbalManagerConfigure, -2, -2, -1, -1)).IsAccepted);
        Assert.Equal(MavResult.NotInControl, (await b.PointGimbalAsync(-20, 0)).Result);
        Assert.True((await a.PointGimbalAsync(-30, 15)).IsAccepted);
        Assert.Equal((-30, 15), (vehicle.State.Gimbal!.Value.Pitch, vehicle.State.Gimbal.Value.Yaw));
        Assert.True((await a.SendAsync(MavCmd.DoGimbalManagerConfigure, -3, -3, -1, -1)).IsAccepted);
        Assert.True((await b.PointGimbalAsync(-40, 0)).IsAccepted);
    }

    [Fact]
    public async Task A_vehicle_that_falls_silent_is_lost_and_regained()
    {
        await using var pair = new LossyPair();
        var time = new ManualTime();
        var link = Mavlink.Links.MavlinkLink.Open(pair.GroundTransport, new() { Signing = Mavlink.Signing.LinkSigning.None, Time = time });
        using var ground = new MavlinkGround(link, new());
        var events = new List<string>();
        ground.VehicleFound += (_, v) => events.Add($"found {v.SystemId}");
        ground.VehicleLost += (_, v) => events.Add($"lost {v.SystemId}");
        ground.VehicleRegained += (_, v) => events.Add($"regained {v.SystemId}");
        await pair.GroundLink.DisposeAsync();
        var beats = 0;
        ground.MessageHeard += (_, _) => Interlocked.Increment(ref beats);
        void Beat()
        {
            var before = Volatile.Read(ref beats);
            pair.Vehicle.Send(new Heartbeat { Type = MavType.FixedWing, Autopilot = MavAutopilot.Px4 });
            Assert.True(SpinWait.SpinUntil(() => Volatile.Read(ref beats) > before, TimeSpan.FromMinutes(1)));
        }
        Beat();
        time.Move(TimeSpan.FromSeconds(4));
        Assert.True(ground.Vehicles[0].IsConnected);
        time.Move(TimeSpan.FromSeconds(3));
        Assert.False(ground.Vehicles[0].IsConnected);
        Beat();
        Assert.Equal(["found 1", "lost 1", "regained 1"], events);
        await link.DisposeAsync();
    }

    [Fact]
    public async Task Streams_go_at_their_intervals_and_at_those_asked_for()
    {
        var time = new ManualTime();
        var (a, b) = Tests.Links.MemoryTransport.Pair();
        await using var link = Mavlink.Links.MavlinkLink.Open(b, new() { Signing = Mavlink.Signing.LinkSigning.None, Time = time, SendQueue = 100_000 });
        using var onLink = new MavlinkVehicle(link, new MadeVehicle(), Options(new MadeAuthority()));
        await using var ground = Mavlink.Links.MavlinkLink.Open(a, new() { Signing = Mavlink.Signing.LinkSigning.None });
        var node = new Mavlink.Links.MavlinkNode(ground, 255, 190);
        var acks = new List<CommandAck>();
        node.On<CommandAck>((_, m) => { lock (acks) acks.Add(m); });
        var intervals = new List<MessageInterval>();
        node.On<MessageInterval>((_, m) => { lock (intervals) intervals.Add(m); });
        int Count(uint id) { lock (b.Sent) return b.Sent.Count(f => (f[7] | f[8] << 8) == id); }
        void Send(MavCmd command, float p1, float p2)
        {
            var before = acks.Count;
            node.Send(new CommandLong { TargetSystem = 1, TargetComponent = 1, Command = command, Param1 = p1, Param2 = p2 });
            Assert.True(SpinWait.SpinUntil(() => { lock (acks) return acks.Count > before; }, TimeSpan.FromMinutes(1)));
        }

        Send(MavCmd.SetMessageInterval, VfrHud.Info.Id, 500_000);
        Send(MavCmd.SetMessageInterval, SysStatus.Info.Id, -1);
        time.Move(TimeSpan.FromSeconds(10));
        Send(MavCmd.GetMessageInterval, VfrHud.Info.Id, 0);

        Assert.True(SpinWait.SpinUntil(() => { lock (intervals) return intervals.Count == 1; }, TimeSpan.FromMinutes(1)));
        Assert.Equal((VfrHud.Info.Id, 500_000), (intervals[0].MessageId, intervals[0].IntervalUs));
        Assert.InRange(Count(Attitude.Info.Id), 99, 101);
        Assert.InRange(Count(VfrHud.Info.Id), 19, 21);
        Assert.Equal(0, Count(SysStatus.Info.Id));
        // The autopilot's and the camera's.
        Assert.InRange(Count(Heartbeat.Info.Id), 19, 22);
    }

    private static VehicleOptions Options(IArmAuthority authority) => new()
    {
        ArmAuthority = authority,
        Parameters = new Dictionary<string, ParameterValue> { ["NAV_RADIUS"] = ParameterValue.Real(80) },
    };

    private sealed class PooledAuthority : IArmAuthority
    {
        public uint Last { get; private set; }

        public async ValueTask<ArmDecision> DecideAsync(ArmRequest request, CancellationToken cancellation)
        {
            await Task.Yield();
            Last = request.MissionId;
            return ArmDecision.Allow(TimeSpan.FromMinutes(1));
        }
    }

    private sealed class SlowAuthority : IArmAuthority
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly TaskCompletionSource<ArmDecision> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Asked => _asked.Task;

        public void Answer(ArmDecision decision) => _answer.SetResult(decision);

        public async ValueTask<ArmDecision> DecideAsync(ArmRequest request, CancellationToken cancellation)
        {
            _asked.TrySetResult();
            return await _answer.Task;
        }
    }
}
