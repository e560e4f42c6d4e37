using System.Net;
using System.Text.Json;
using Overflight.Mavlink.Arming;
using Overflight.Mavlink.Grounds;
using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Protocols;
using Overflight.Mavlink.Protocols.Missions;
using Overflight.Mavlink.Protocols.Parameters;
using Overflight.Mavlink.Signing;
using Overflight.Mavlink.Tests.Vehicles;
using Overflight.Mavlink.Vehicles;

namespace Overflight.Mavlink.Tests.Peers;

/// <summary>Our ground side flies a vehicle on node-mavlink (tests/mavlink-peer/vehicle.mjs).</summary>
public sealed class VehiclePeerTests
{
    private const string Key = "1f1e1d1c1b1a191817161514131211100f0e0d0c0b0a09080706050403020100";

    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(3);

    [Theory]
    [InlineData(false, 0, 0)]
    [InlineData(true, 0, 0)]
    [InlineData(false, 0.2, 0.1)]
    [InlineData(true, 0.2, 0.1)]
    public async Task We_upload_missions_give_leave_arm_fly_and_point(bool isSigned, double loss, double reorder)
    {
        using var patience = new CancellationTokenSource(s_patience);
        var stop = patience.Token;
        using var process = Node.Start("vehicle.mjs", isSigned ? Key : "-");
        var port = int.Parse((await process.StandardOutput.ReadLineAsync(stop))!);
        await using var relay = new LossyRelay(port, loss, reorder, seed: 21);
        using var key = new SigningKey(Convert.FromHexString(Key));
        var allowed = false;
        var authority = new MadeAuthority
        {
            Judge = _ => allowed ? ArmDecision.Allow(TimeSpan.FromSeconds(90.7)) : ArmDecision.Deny(MavArmAuthDeniedReason.BadWeather, "fog"),
        };
        await using var link = MavlinkLink.Open(UdpTransport.Connect(new(IPAddress.Loopback, loss > 0 ? relay.Port : port)),
            new() { Signing = isSigned ? LinkSigning.Required(key, new(TimeProvider.System)) : LinkSigning.None });
        using var ground = new MavlinkGround(link, new()
        {
            ArmAuthority = authority,
            Patience = new(TimeSpan.FromMilliseconds(300), 40),
            HeartbeatInterval = TimeSpan.FromMilliseconds(200),
        });
        var heard = new List<string>();
        ground.MessageHeard += (_, m) => { lock (heard) heard.Add(m.Frame.Info.Name); };

        var vehicle = await ground.FindAsync(7, stop);
        Assert.Same(FlightModes.Px4, vehicle.Modes);
        Assert.Equal(VehicleMode.Hold, vehicle.Mode);

        var mission = new MissionPlan([.. Enumerable.Range(0, 25).Select(i => PlanItem.At(MavCmd.NavWaypoint, 47.39 + i * 1e-3, 8.54, 50 + i) with { Param1 = i, Param4 = 90 })]);
        var fence = new MissionPlan([.. Enumerable.Range(0, 3).Select(i => PlanItem.At(MavCmd.NavFencePolygonVertexInclusion, 47 + i, 8 + i * i, 0, MavFrame.Global) with { Param1 = 3 })]);
        var rally = new MissionPlan([PlanItem.At(MavCmd.NavRallyPoint, 47.5, 8.6, 100)]);
        foreach (var (type, plan) in new[] { (MavMissionType.Mission, mission), (MavMissionType.Fence, fence), (MavMissionType.Rally, rally) })
        {
            Assert.Equal(MavMissionResult.Accepted, await vehicle.Missions.UploadAsync(type, plan, stop));
            var back = await vehicle.Missions.DownloadAsync(type, stop);
            Assert.Equal(plan.Items, back.Items);
            Assert.Equal(plan.Id, back.Id);
        }

        var refused = await vehicle.ArmAsync(stop);
        Assert.Equal((MavResult.Denied, (int)MavArmAuthDeniedReason.BadWeather), (refused.Result, refused.Detail));
        Assert.Equal(MavResult.TemporarilyRejected, (await vehicle.FlyToAsync(new(new(47, 8, 500)), stop)).Result);
        allowed = true;
        // An answer names its command only: a late refusal of the first arming may be taken for one of the second.
        var armed = await vehicle.ArmAsync(stop);
        for (var attempt = 0; loss > 0 && attempt < 5 && armed.Result == MavResult.Denied; attempt++)
            armed = await vehicle.ArmAsync(stop);
        Assert.Equal(MavResult.Accepted, armed.Result);
        await Until(() => vehicle.IsArmed, stop);

        Assert.Equal(MavResult.Accepted, (await vehicle.TakeOffAsync(520, stop)).Result);
        Assert.Equal(MavResult.Accepted, (await vehicle.FlyToAsync(new(new(47.4012345, 8.5567890, 600)), stop)).Result);
        await Until(() => vehicle.Latest<GlobalPositionInt>() is { Lat: 474012345, Lon: 85567890, Alt: 600_000 }, stop);
        Assert.Equal(MavResult.Accepted, (await vehicle.OrbitAsync(new(new(47.4, 8.55, 650), -150, 20, OrbitYawBehaviour.HoldFrontTangentToCircle, null), stop)).Result);
        Assert.Equal(MavResult.Accepted, (await vehicle.PointGimbalAsync(-30, 45, cancellation: stop)).Result);
        await Until(() => vehicle.Latest<GimbalDeviceAttitudeStatus>() is { } gimbal && Math.Abs(Units.Angles(gimbal.Q).Pitch + 30) < 0.01 && Math.Abs(Units.Angles(gimbal.Q).Yaw - 45) < 0.01, stop);
        Assert.Equal(MavResult.Accepted, (await vehicle.PointGimbalAtAsync(new(47.41, 8.56, 400), stop)).Result);
        Assert.Equal(MavResult.Accepted, (await vehicle.StartMissionAsync(cancellation: stop)).Result);
        Assert.Equal(MavResult.Accepted, (await vehicle.SetModeAsync(VehicleMode.Mission, stop)).Result);
        await Until(() => vehicle.Mode == VehicleMode.Mission, stop);
        Assert.Equal(MavResult.Accepted, (await vehicle.ReturnAsync(stop)).Result);
        await Until(() => vehicle.Mode == VehicleMode.Return, stop);
        Assert.Equal(MavResult.Unsupported, (await vehicle.SendAsync((MavCmd)31_000, cancellation: stop)).Result);

        var parameters = vehicle.Parameters();
        Assert.Equal(new Dictionary<string, ParameterValue>
        {
            ["COM_ARM_AUTH"] = ParameterValue.Whole(42),
            ["FW_AIRSPD_TRIM"] = ParameterValue.Real(15.5f),
            ["SYS_AUTOSTART"] = ParameterValue.Of(MavParamType.Uint16, 4001),
        }, await parameters.ListAsync(stop));
        Assert.Equal(ParameterValue.Whole(-7), await parameters.SetAsync("COM_ARM_AUTH", ParameterValue.Whole(-7), stop));
        Assert.Equal(ParameterValue.Whole(-7), await parameters.ReadAsync("COM_ARM_AUTH", stop));

        Assert.Equal(MavMissionResult.Accepted, await vehicle.Missions.ClearAsync(MavMissionType.All, stop));
        Assert.Empty((await vehicle.Missions.DownloadAsync(MavMissionType.Fence, stop)).Items);

        process.StandardInput.Close();
        var end = JsonDocument.Parse(await process.StandardOutput.ReadToEndAsync(stop)).RootElement;
        Assert.Null(link.LastSubscriberFault);
        Assert.Equal(isSigned, link.Signatures.Valid > 0);
        Assert.Equal(0, end.GetProperty("seen").GetProperty(isSigned ? "unsigned" : "signed").GetInt32());
        Assert.Equal(0, end.GetProperty("seen").GetProperty("wrong").GetInt32());
        // The seconds of leave are rounded down.
        var told = end.GetProperty("told").EnumerateArray().Select(t => t.GetRawText()).ToArray();
        Assert.Contains("[\"authoriser\",2,0,5]", told);
        Assert.Contains("[\"authoriser\",0,90,0]", told);
        Assert.Contains("[192,-1,1,0,null,474012345,85567890,600]", told);
        Assert.Contains("[34,-150,20,3,0,474000000,85500000,650]", told);
        Assert.Contains("[195,0,0,0,0,474100000,85600000,400]", told);
        Assert.All(authority.Requests, r => Assert.Equal((7, isSigned), ((int)r.VehicleSystem, r.IsVerified)));
        if (loss > 0)
            Assert.True(relay.Lost > 20 && relay.Reordered > 10, $"{relay.Lost} lost, {relay.Reordered} reordered");
        lock (heard)
            Assert.Contains("GIMBAL_DEVICE_ATTITUDE_STATUS", heard);
    }

    [Fact]
    public async Task A_vehicle_with_another_key_is_never_found()
    {
        using var process = Node.Start("vehicle.mjs", Key);
        var port = int.Parse((await process.StandardOutput.ReadLineAsync())!);
        using var key = SigningKey.FromPassphrase("another");
        await using var link = MavlinkLink.Open(UdpTransport.Connect(new(IPAddress.Loopback, port)), new() { Signing = LinkSigning.Required(key, new(TimeProvider.System)) });
        using var ground = new MavlinkGround(link, new() { HeartbeatInterval = TimeSpan.FromMilliseconds(50) });

        await Until(() => link.Signatures.Wrong >= 10, default);

        Assert.Empty(ground.Vehicles);
        Assert.Equal(0, link.Signatures.Valid);
        process.StandardInput.Close();
        var end = JsonDocument.Parse(await process.StandardOutput.ReadToEndAsync()).RootElement;
        Assert.True(end.GetProperty("seen").GetProperty("wrong").GetInt32() > 0);
        Assert.Equal(0, end.GetProperty("seen").GetProperty("signed").GetInt32());
    }

    private static async Task Until(Func<bool> condition, CancellationToken stop)
    {
        while (!condition())
            await Task.Delay(10, stop);
    }
}
