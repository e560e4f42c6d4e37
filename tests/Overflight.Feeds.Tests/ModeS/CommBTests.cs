using Overflight.Feeds.ModeS;

namespace Overflight.Feeds.Tests.ModeS;

/// <summary>Worked examples of the literature (The 1090 MHz Riddle, J. Sun) and replies made from the registers' tables.</summary>
public sealed class CommBTests
{
    [Theory]
    [InlineData("A800178D10010080F50000D5893C", CommBRegister.DataLinkCapability)]
    [InlineData("A0000638FA81C10000000081A92F", CommBRegister.GicbCapability)]
    [InlineData("A000083E202CC371C31DE0AA1CCF", CommBRegister.Identification)]
    [InlineData("A000029C85E42F313000007047D3", CommBRegister.SelectedVerticalIntention)]
    [InlineData("A000139381951536E024D4CCF6B5", CommBRegister.TrackAndTurn)]
    [InlineData("A00004128F39F91A7E27C46ADC21", CommBRegister.HeadingAndSpeed)]
    public void Registers_are_told_by_their_form(string hex, CommBRegister expected)
    {
        var reading = Read(hex);
        Assert.True(reading.IsNamed, $"{reading}");
        Assert.Equal(expected, reading.Register);
    }

    [Fact]
    public void Values_are_those_of_the_worked_examples()
    {
        var vertical = Hex.Frame("A000029C85E42F313000007047D3").Message;
        Assert.Equal(3008, SelectedVerticalIntention.McpAltitudeFeet(vertical));
        Assert.Equal(3008, SelectedVerticalIntention.FmsAltitudeFeet(vertical));
        Assert.Equal(1020.0, SelectedVerticalIntention.PressureSettingHectopascals(vertical), 0.01);

        var turn = Hex.Frame("A000139381951536E024D4CCF6B5").Message;
        Assert.Equal(2.1, TrackAndTurn.RollDegrees(turn), 0.05);
        Assert.Equal(114.258, TrackAndTurn.TrackDegrees(turn), 0.001);
        Assert.Equal(438, TrackAndTurn.GroundSpeedKnots(turn));
        Assert.Equal(0.125, TrackAndTurn.TrackRateDegreesPerSecond(turn), 0.001);
        Assert.Equal(424, TrackAndTurn.TrueAirSpeedKnots(turn));

        var speed = Hex.Frame("A00004128F39F91A7E27C46ADC21").Message;
        Assert.Equal(42.715, HeadingAndSpeed.HeadingDegrees(speed), 0.001);
        Assert.Equal(252, HeadingAndSpeed.IndicatedAirSpeedKnots(speed));
        Assert.Equal(0.42, HeadingAndSpeed.Mach(speed), 0.001);
        Assert.Equal(-1920, HeadingAndSpeed.BarometricRateFeetPerMinute(speed));
        Assert.Equal(-1920, HeadingAndSpeed.InertialRateFeetPerMinute(speed));

        var air = Hex.Frame("A0001692185BD5CF400000DFC696").Message;
        Assert.Equal(22, MeteorologicalReport.WindKnots(air));
        Assert.Equal(344.5, MeteorologicalReport.WindFromDegrees(air), 0.1);
        Assert.Equal(-48.75, MeteorologicalReport.TemperatureCelsius(air), 0.01);
    }

    [Fact]
    public void The_aircraft_s_own_velocity_decides_between_registers_that_fit_alike()
    {
        // 5,0: roll 1, track 45, 400 kt over ground, no turn, 402 kt through the air.
        var mb = 1UL << 55 | 6UL << 45 | 1UL << 44 | 256UL << 33 | 1UL << 32 | 200UL << 22 | 1UL << 21 | 1UL << 10 | 201;
        Assert.Equal(CommBRegister.TrackAndTurn, Read(mb, speedKnots: 401, trackDegrees: 44).Register);
        Assert.Equal(CommBConfidence.CrossChecked, Read(mb, speedKnots: 401, trackDegrees: 44).Confidence);
        var alone = Read(mb);
        Assert.True(alone.Confidence is CommBConfidence.Form or CommBConfidence.Ambiguous);
    }

    [Fact]
    public void Nothing_and_nonsense_are_not_named()
    {
        Assert.Equal(CommBConfidence.Empty, Read(0UL).Confidence);
        Assert.False(Read(0xFFFFFFFFFFFFFF).IsNamed);
        // A status bit off and a value behind it: no register has that.
        Assert.False(Read(0x00800189C083F0).IsNamed);
    }

    [Fact]
    public void Air_speed_and_Mach_number_belong_together_as_in_the_standard_atmosphere()
    {
        // Sea level: 661.47 kt is Mach 1. FL350: 0.78 is 267 kt calibrated; FL390: 0.80 is 251 kt.
        Assert.InRange(AirData.MachDifference(1, 661.47f, 0), -0.001f, 0.001f);
        Assert.InRange(AirData.MachDifference(0.78f, 267, 35_000), -0.01f, 0.01f);
        Assert.InRange(AirData.MachDifference(0.80f, 251, 39_000), -0.01f, 0.01f);
        Assert.True(AirData.MachDifference(0.80f, 350, 39_000) < -0.1f);
        Assert.True(float.IsNaN(AirData.MachDifference(0.8f, 250, float.NaN)));
    }

    private static CommBReading Read(string hex) => Read(Hex.Frame(hex).Message);

    private static CommBReading Read(ulong mb, float speedKnots = float.NaN, float trackDegrees = float.NaN)
    {
        var state = AircraftState.New(1) with { SpeedKnots = speedKnots, TrackDegrees = trackDegrees, VelocityTime = 0 };
        return CommBInference.Read(mb, new CommBContext(ref state, 1_000_000, AltitudeCode.None));
    }
}
