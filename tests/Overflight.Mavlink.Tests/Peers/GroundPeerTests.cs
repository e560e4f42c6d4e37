using System.Net;
using System.Text.Json;
using Overflight.Mavlink.Links;
using Overflight.Mavlink.Protocols.Parameters;
using Overflight.Mavlink.Signing;
using Overflight.Mavlink.Tests.Vehicles;
using Overflight.Mavlink.Vehicles;

namespace Overflight.Mavlink.Tests.Peers;

/// <summary>A ground station on node-mavlink flies our vehicle (tests/mavlink-peer/ground.mjs says all that it checks).</summary>
public sealed class GroundPeerTests
{
    private const string Key = "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f";

    [Theory]
    [InlineData(false, 0, 0)]
    [InlineData(true, 0, 0)]
    [InlineData(false, 0.2, 0.1)]
    [InlineData(true, 0.2, 0.1)]
    public async Task It_uploads_missions_arms_with_leave_flies_and_points(bool isSigned, double loss, double reorder)
    {
        var vehicle = new MadeVehicle();
        var authority = new MadeAuthority();
        using var key = new SigningKey(Convert.FromHexString(Key));
        var transport = UdpTransport.Listen(new(IPAddress.Loopback, 0));
        await using var relay = new LossyRelay(transport.LocalEndPoint.Port, loss, reorder, seed: 8);
        await using var link = MavlinkLink.Open(transport, new() { Signing = isSigned ? LinkSigning.Required(key, new(TimeProvider.System)) : LinkSigning.None });
        using var onLink = new MavlinkVehicle(link, vehicle, Options(authority));

        var seen = JsonDocument.Parse(Node.Run("ground.mjs", loss > 0 ? $"{relay.Port}" : $"{transport.LocalEndPoint.Port}", isSigned ? Key : "")).RootElement;

        Assert.Null(link.LastSubscriberFault);
        Assert.Equal(0, seen.GetProperty("wrong").GetInt32());
        Assert.Equal(0, seen.GetProperty(isSigned ? "unsigned" : "signed").GetInt32());
        Assert.True(seen.GetProperty(isSigned ? "signed" : "unsigned").GetInt32() > 50);
        Assert.Equal(isSigned, link.Signatures.Valid > 50);
        Assert.Equal((0L, 0L), (link.Signatures.Wrong, link.Signatures.Missing));
        Assert.All(authority.Requests, r => Assert.Equal((1, 255, 190, isSigned), ((int)r.VehicleSystem, (int)r.AskerSystem, (int)r.AskerComponent, r.IsVerified)));
        // Asked at both refusals and for the leave; the arming used the leave.
        Assert.True(authority.Requests.Count == 3 || loss > 0 && authority.Requests.Count >= 3, $"{authority.Requests.Count} requests");
        if (loss > 0)
            Assert.True(relay.Lost > 20 && relay.Reordered > 10 && link.Losses.Lost > 0, $"{relay.Lost} lost, {relay.Reordered} reordered, {link.Losses.Lost} seen");
    }

    [Theory]
    [InlineData("ffeeddccbbaa99887766554433221100ffeeddccbbaa99887766554433221100")]
    [InlineData("")]
    public async Task Who_has_not_the_key_is_not_heard_and_hears_nothing(string key)
    {
        var vehicle = new MadeVehicle();
        var authority = new MadeAuthority { Judge = _ => Arming.ArmDecision.Allow(TimeSpan.FromHours(1)) };
        using var ours = new SigningKey(Convert.FromHexString(Key));
        var transport = UdpTransport.Listen(new(IPAddress.Loopback, 0));
        await using var link = MavlinkLink.Open(transport, new() { Signing = LinkSigning.Required(ours, new(TimeProvider.System)) });
        using var onLink = new MavlinkVehicle(link, vehicle, Options(authority));

        var seen = JsonDocument.Parse(Node.Run("stranger.mjs", $"{transport.LocalEndPoint.Port}", key)).RootElement;

        Assert.Equal(0, seen.GetProperty("packets").GetInt32());
        Assert.Empty(authority.Requests);
        Assert.False(vehicle.State.IsArmed);
        Assert.Equal(40, key.Length > 0 ? link.Signatures.Wrong : link.Signatures.Missing);
    }

    [Fact]
    public async Task A_signed_ground_station_flies_a_vehicle_that_does_not_require_it()
    {
        var vehicle = new MadeVehicle();
        var transport = UdpTransport.Listen(new(IPAddress.Loopback, 0));
        await using var link = MavlinkLink.Open(transport, new() { Signing = LinkSigning.None });
        using var onLink = new MavlinkVehicle(link, vehicle, Options(new MadeAuthority()));

        var seen = JsonDocument.Parse(Node.Run("stranger.mjs", $"{transport.LocalEndPoint.Port}", Key)).RootElement;

        Assert.True(seen.GetProperty("unsigned").GetInt32() > 0);
        Assert.False(vehicle.State.IsArmed);
    }

    private static VehicleOptions Options(MadeAuthority authority) => new()
    {
        ArmAuthority = authority,
        Parameters = new Dictionary<string, ParameterValue>
        {
            ["NAV_RADIUS"] = ParameterValue.Real(80),
            ["SYS_ID"] = ParameterValue.Whole(1),
            ["BAT_LOW"] = ParameterValue.Real(0.2f),
        },
    };
}
