using CsCheck;
using Overflight.Mavlink.Grounds;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.RemoteId;
using Overflight.Mavlink.Tests.Protocols;
using Overflight.Mavlink.Tests.Vehicles;
using Overflight.Mavlink.Vehicles;

namespace Overflight.Mavlink.Tests.RemoteId;

public sealed class RemoteIdTests
{
    private static readonly RemoteIdentity s_identity = new()
    {
        Id = "1581F5FKD229400000000",
        OperatorId = "FIN87astrdge12k8",
        Description = "Survey",
        CategoryEu = MavOdidCategoryEu.Open,
        ClassEu = MavOdidClassEu.Class2,
    };

    private static readonly VehicleState s_state = new MadeVehicle().State with
    {
        Time = new(2026, 12, 1, 12, 34, 56, 780, TimeSpan.Zero),
        VelocityNorth = 0,
        VelocityEast = -20,
        VelocityDown = 2.4,
        AltitudeMsl = 588,
        HeightEllipsoid = 635.3,
        PressureAltitude = 601,
        HorizontalAccuracy = 1.2,
        VerticalAccuracy = 2,
        VelocityAccuracy = 0.2,
        Landed = MavLandedState.InAir,
    };

    [Fact]
    public void A_state_is_told_in_the_units_of_the_messages()
    {
        var m = RemoteIdMessages.Location(s_state);
        Assert.Equal((MavOdidStatus.Airborne, 27_000, 2_000, -240), (m.Status, (int)m.Direction, (int)m.SpeedHorizontal, (int)m.SpeedVertical));
        Assert.Equal((473_977_418, 85_455_938), (m.Latitude, m.Longitude));
        Assert.Equal((601f, 635.3f, 100f, MavOdidHeightRef.OverTakeoff), (m.AltitudeBarometric, m.AltitudeGeodetic, m.Height, m.HeightReference));
        // 95 %: 2.94 m, 3.92 m, 0.49 m/s.
        Assert.Equal((MavOdidHorAcc.Acc3Meter, MavOdidVerAcc.Acc10Meter, MavOdidSpeedAcc.Acc1MetersPerSecond), (m.HorizontalAccuracy, m.VerticalAccuracy, m.SpeedAccuracy));
        Assert.Equal(34 * 60 + 56.8f, m.Timestamp);

        var system = RemoteIdMessages.System(s_identity, s_state);
        Assert.Equal((MavOdidOperatorLocationType.Takeoff, MavOdidClassificationType.Eu, 473_977_418), (system.OperatorLocationType, system.ClassificationType, system.OperatorLatitude));
        Assert.Equal(249_827_696u, system.Timestamp);
    }

    [Fact]
    public void What_is_not_known_has_its_own_words()
    {
        var m = RemoteIdMessages.Location(s_state with { VelocityEast = 0, PressureAltitude = double.NaN, HeightEllipsoid = double.NaN, HorizontalAccuracy = double.NaN, HasFix = false, Home = null });
        Assert.Equal((36_100, -1000f, -1000f, -1000f, MavOdidHorAcc.Unknown, 0, 0), ((int)m.Direction, m.AltitudeBarometric, m.AltitudeGeodetic, m.Height, m.HorizontalAccuracy, m.Latitude, m.Longitude));
    }

    [Theory]
    [InlineData(20_000, MavOdidHorAcc.Unknown)]
    [InlineData(18_519, MavOdidHorAcc.Acc10nm)]
    [InlineData(92.5, MavOdidHorAcc.Acc005nm)]
    [InlineData(30, MavOdidHorAcc.Acc005nm)]
    [InlineData(29.9, MavOdidHorAcc.Acc30Meter)]
    [InlineData(0.5, MavOdidHorAcc.Acc1Meter)]
    [InlineData(double.NaN, MavOdidHorAcc.Unknown)]
    public void An_accuracy_has_the_code_of_the_smallest_bound_above_it(double metres, MavOdidHorAcc code) => Assert.Equal(code, RemoteIdAccuracy.Horizontal(metres));

    [Fact]
    public void A_location_lies_in_its_form_as_F3411_says()
    {
        var form = RemoteIdForm.Write(RemoteIdMessages.Location(s_state));
        // Type and version, airborne + west, 270 - 180, 20 m/s / 0.25, -2.4 m/s / 0.5, then places and half metres above -1000.
        Assert.Equal("12" + "22" + "5A" + "50" + "FB", Convert.ToHexString(form, 0, 5));
        Assert.Equal((473_977_418, 85_455_938), (BitConverter.ToInt32(form, 5), BitConverter.ToInt32(form, 9)));
        Assert.Equal((3202, 3271, 2200), (BitConverter.ToUInt16(form, 13), BitConverter.ToUInt16(form, 15), BitConverter.ToUInt16(form, 17)));
        Assert.Equal(0x4B, form[19]);
        Assert.Equal(0x03, form[20]);
        Assert.Equal((20_968, 1, 0), (BitConverter.ToUInt16(form, 21), (int)form[23], (int)form[24]));
    }

    [Theory]
    [InlineData(6_375, 0, 255)]
    [InlineData(6_400, 1, 0)]
    [InlineData(25_425, 1, 254)]
    [InlineData(25_500, 1, 255)]
    public void Speeds_above_64_metres_a_second_have_a_coarser_step(ushort speed, int multiplier, int value)
    {
        var form = RemoteIdForm.Write(new OpenDroneIdLocation { SpeedHorizontal = speed });
        Assert.Equal((multiplier, value), (form[1] & 1, (int)form[3]));
        Assert.Equal(speed, RemoteIdForm.ReadLocation(form).SpeedHorizontal, 38.0);
    }

    [Theory]
    [InlineData(0, 0, 0)]
    [InlineData(17_949, 179, 0)]
    [InlineData(17_951, 0, 2)]
    [InlineData(35_960, 0, 0)]
    [InlineData(36_100, 181, 2)]
    public void Directions_are_whole_degrees_that_wrap(ushort direction, int value, int flag)
    {
        var form = RemoteIdForm.Write(new OpenDroneIdLocation { Direction = direction });
        Assert.Equal((value, flag), ((int)form[2], form[1] & 2));
    }

    [Fact]
    public void Whatever_stands_in_a_form_comes_back_as_it_was() => Gen.Byte.Array[25].Sample(form =>
    {
        form[0] = 0x02;
        form.AsSpan(22).Clear();
        Assert.Equal(form, RemoteIdForm.Write(RemoteIdForm.ReadBasicId(form)));

        form[0] = 0x42;
        form[1] &= 0x1F;
        form[24] = 0;
        Assert.Equal(form, RemoteIdForm.Write(RemoteIdForm.ReadSystem(form)));

        form[0] = 0x12;
        form[1] = (byte)(form[1] & 0xF7);
        form[2] %= 180;
        // At the seam of the two steps, and beyond what may be, several forms say the same.
        form[3] = (form[1] & 1) == 0 ? form[3] : Math.Max((byte)1, form[3]);
        form[4] = unchecked((byte)Math.Clamp((sbyte)form[4], (sbyte)-126, (sbyte)126));
        form[22] = (byte)Math.Min(form[22], (byte)139);
        form[23] &= 0x0F;
        Assert.Equal(form, RemoteIdForm.Write(RemoteIdForm.ReadLocation(form)));
    }, iter: 20_000);

    [Fact]
    public void A_pack_holds_all_forms()
    {
        var pack = RemoteIdMessages.Pack(s_identity, s_state);
        Assert.Equal((25, 5), ((int)pack.SingleMessageSize, (int)pack.MsgPackSize));
        var forms = pack.Messages.Chunk(25).ToArray();
        Assert.Equal([RemoteIdKind.BasicId, RemoteIdKind.Location, RemoteIdKind.System, RemoteIdKind.SelfId, RemoteIdKind.OperatorId], forms.Select(f => RemoteIdForm.KindOf(f)));
        Assert.Equal("1581F5FKD22940000000", System.Text.Encoding.ASCII.GetString(RemoteIdForm.ReadBasicId(forms[0]).UasId));
        Assert.Equal("Survey", RemoteIdForm.ReadSelfId(forms[3]).Description);
        Assert.Equal("FIN87astrdge12k8", RemoteIdForm.ReadOperatorId(forms[4]).OperatorId);
        Assert.Throws<ArgumentException>(() => RemoteIdForm.ReadLocation(forms[0]));
        Assert.Throws<ArgumentException>(() => RemoteIdForm.KindOf(new byte[24]));
    }

    [Fact]
    public async Task A_vehicle_tells_it_and_is_not_armed_while_it_is_incomplete()
    {
        await using var pair = new LossyPair();
        var vehicle = new MadeVehicle { State = s_state with { Home = null } };
        var authority = new MadeAuthority { Judge = _ => Arming.ArmDecision.Allow(TimeSpan.FromMinutes(1)) };
        using var onLink = new MavlinkVehicle(pair.VehicleLink, vehicle, new() { ArmAuthority = authority, RemoteIdentity = s_identity, TellsTrafficManagement = true });
        using var ground = new MavlinkGround(pair.GroundLink, new());
        var seen = await ground.FindAsync(1);
        Assert.True(SpinWait.SpinUntil(() => seen.Latest<OpenDroneIdMessagePack>() is not null && seen.Latest<UtmGlobalPosition>() is not null && seen.Latest<OpenDroneIdArmStatus>() is not null, TimeSpan.FromMinutes(1)));
        Assert.Equal("no position of the operator", seen.Latest<OpenDroneIdArmStatus>()!.Value.Error);
        Assert.Equal(MavResult.Denied, (await seen.ArmAsync()).Result);
        Assert.Empty(authority.Requests);

        vehicle.State = vehicle.State with { Home = MadeVehicle.Home };
        Assert.Equal(MavOdidArmStatus.GoodToArm, (await seen.RequestAsync<OpenDroneIdArmStatus>()).Status);
        Assert.True((await seen.ArmAsync()).IsAccepted);
        var utm = seen.Latest<UtmGlobalPosition>()!.Value;
        Assert.Equal((635_300, -2_000, 100, UtmFlightState.Airborne), (utm.Alt, (int)utm.Vy, (int)utm.UpdateRate, utm.FlightState));
        Assert.False(utm.Flags.HasFlag(UtmDataAvailFlags.RelativeAltitudeAvailable));
    }
}
