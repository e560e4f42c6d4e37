using System.Text.Json;

namespace Overflight.Feeds.ModeS;

/// <summary>The member <c>commB</c>: which register, how sure, and what it says.</summary>
internal static class CommBJson
{
    public static void Write(Utf8JsonWriter json, in CommBReading reading, ulong mb)
    {
        json.WriteStartObject(JsonNames.CommB);
        if (reading.IsNamed)
            json.WriteString(JsonNames.Register, Name(reading.Register));
        else
            json.WriteNull(JsonNames.Register);
        json.WriteString(JsonNames.Confidence, Word(reading.Confidence));
        if (reading.Confidence == CommBConfidence.Ambiguous)
        {
            json.WriteStartArray(JsonNames.Candidates);
            json.WriteStringValue(Name(reading.Register));
            json.WriteStringValue(Name(reading.Second));
            json.WriteEndArray();
        }
        if (reading.IsNamed)
            Values(json, reading.Register, mb);
        json.WriteEndObject();
    }

    private static ReadOnlySpan<byte> Name(CommBRegister register) => register switch
    {
        CommBRegister.DataLinkCapability => "1,0"u8,
        CommBRegister.GicbCapability => "1,7"u8,
        CommBRegister.Identification => "2,0"u8,
        CommBRegister.ResolutionAdvisory => "3,0"u8,
        CommBRegister.SelectedVerticalIntention => "4,0"u8,
        CommBRegister.Meteorological => "4,4"u8,
        CommBRegister.TrackAndTurn => "5,0"u8,
        _ => "6,0"u8,
    };

    private static ReadOnlySpan<byte> Word(CommBConfidence confidence) => confidence switch
    {
        CommBConfidence.Empty => "empty"u8,
        CommBConfidence.Ambiguous => "ambiguous"u8,
        CommBConfidence.Form => "form"u8,
        CommBConfidence.CrossChecked => "cross-checked"u8,
        CommBConfidence.Numbered => "numbered"u8,
        _ => "none"u8,
    };

    private static void Values(Utf8JsonWriter json, CommBRegister register, ulong mb)
    {
        switch (register)
        {
            case CommBRegister.Identification:
                JsonText.Callsign(json, CallsignCode.Of(mb));
                break;
            case CommBRegister.DataLinkCapability:
                json.WriteBoolean(JsonNames.AcasWorking, DataLinkCapability.IsAcasWorking(mb));
                json.WriteNumber(JsonNames.SubnetworkVersion, DataLinkCapability.SubnetworkVersion(mb));
                break;
            case CommBRegister.GicbCapability:
                Registers(json, mb);
                break;
            case CommBRegister.ResolutionAdvisory:
                json.WriteBoolean(JsonNames.Terminated, ResolutionAdvisory.IsTerminated(mb));
                json.WriteBoolean(JsonNames.SeveralThreats, ResolutionAdvisory.HasSeveralThreats(mb));
                break;
            case CommBRegister.SelectedVerticalIntention:
                JsonText.Number(json, JsonNames.SelectedAltitudeFeet, SelectedVerticalIntention.McpAltitudeFeet(mb), 0);
                JsonText.Number(json, JsonNames.FmsAltitudeFeet, SelectedVerticalIntention.FmsAltitudeFeet(mb), 0);
                JsonText.Number(json, JsonNames.PressureSetting, SelectedVerticalIntention.PressureSettingHectopascals(mb), 1);
                break;
            case CommBRegister.Meteorological:
                JsonText.Number(json, JsonNames.WindKnots, MeteorologicalReport.WindKnots(mb), 0);
                JsonText.Number(json, JsonNames.WindFrom, MeteorologicalReport.WindFromDegrees(mb), 1);
                JsonText.Number(json, JsonNames.Temperature, MeteorologicalReport.TemperatureCelsius(mb), 2);
                JsonText.Number(json, JsonNames.Pressure, MeteorologicalReport.PressureHectopascals(mb), 0);
                break;
            case CommBRegister.TrackAndTurn:
                JsonText.Number(json, JsonNames.RollDegrees, TrackAndTurn.RollDegrees(mb), 2);
                JsonText.Number(json, JsonNames.TrackDegrees, TrackAndTurn.TrackDegrees(mb), 2);
                JsonText.Number(json, JsonNames.SpeedKnots, TrackAndTurn.GroundSpeedKnots(mb), 0);
                JsonText.Number(json, JsonNames.TrackRate, TrackAndTurn.TrackRateDegreesPerSecond(mb), 3);
                JsonText.Number(json, JsonNames.TrueAirSpeed, TrackAndTurn.TrueAirSpeedKnots(mb), 0);
                break;
            case CommBRegister.HeadingAndSpeed:
                JsonText.Number(json, JsonNames.MagneticHeading, HeadingAndSpeed.HeadingDegrees(mb), 2);
                JsonText.Number(json, JsonNames.IndicatedAirSpeed, HeadingAndSpeed.IndicatedAirSpeedKnots(mb), 0);
                JsonText.Number(json, JsonNames.Mach, HeadingAndSpeed.Mach(mb), 3);
                JsonText.Number(json, JsonNames.BarometricRate, HeadingAndSpeed.BarometricRateFeetPerMinute(mb), 0);
                JsonText.Number(json, JsonNames.InertialRate, HeadingAndSpeed.InertialRateFeetPerMinute(mb), 0);
                break;
        }
    }

    private static void Registers(Utf8JsonWriter json, ulong mb)
    {
        json.WriteStartArray(JsonNames.Registers);
        Span<byte> name = [0, (byte)',', 0];
        for (var i = 0; i < GicbCapability.Registers.Length; i++)
        {
            if (!Field.IsSet(mb, i + 1))
                continue;
            name[0] = Digit(GicbCapability.Registers[i] >> 4);
            name[2] = Digit(GicbCapability.Registers[i] & 0xF);
            json.WriteStringValue(name);
        }
        json.WriteEndArray();
    }

    private static byte Digit(int value) => (byte)"0123456789ABCDEF"[value];
}
