using System.Text.Json;

namespace Overflight.Feeds.ModeS;

/// <summary>The members that each type of extended squitter adds.</summary>
internal static class SquitterJson
{
    public static void Write(Utf8JsonWriter json, in DecodedMessage message)
    {
        var me = message.Frame.Message;
        switch (message.TypeCode)
        {
            case >= 1 and <= 4 when Identification.Category(me) is { Number: > 0 } category:
                Span<byte> text = [(byte)category.Set, (byte)('0' + category.Number)];
                json.WriteString(JsonNames.Category, text);
                break;
            case 19:
                Velocity(json, AirborneVelocity.Of(me));
                break;
            case 28 when AircraftStatus.Subtype(me) == 1:
                if (AircraftStatus.Emergency(me) is { } emergency)
                    json.WriteString(JsonNames.Emergency, emergency);
                break;
            case 29 when TargetState.IsVersion2(me):
                JsonText.Number(json, JsonNames.SelectedAltitudeFeet, TargetState.SelectedAltitudeFeet(me), 0);
                JsonText.Number(json, JsonNames.PressureSetting, TargetState.PressureSettingHectopascals(me), 1);
                JsonText.Number(json, JsonNames.SelectedHeading, TargetState.SelectedHeadingDegrees(me), 2);
                json.WriteNumber(JsonNames.NacP, TargetState.NacP(me));
                json.WriteNumber(JsonNames.Sil, TargetState.Sil(me));
                break;
            case 31 when new OperationalStatus(me) is { IsKnownSubtype: true } status:
                Status(json, status);
                break;
        }
    }

    private static void Velocity(Utf8JsonWriter json, in AirborneVelocity velocity)
    {
        if (!velocity.IsKnownSubtype)
            return;
        JsonText.Number(json, JsonNames.SpeedKnots, velocity.GroundSpeedKnots, 1);
        JsonText.Number(json, JsonNames.TrackDegrees, velocity.TrackDegrees, 2);
        JsonText.Number(json, JsonNames.HeadingDegrees, velocity.HeadingDegrees, 2);
        JsonText.Number(json, velocity.IsTrueAirSpeed ? JsonNames.TrueAirSpeed : JsonNames.IndicatedAirSpeed, velocity.AirSpeedKnots, 0);
        if (!float.IsNaN(velocity.VerticalRateFeetPerMinute))
        {
            JsonText.Number(json, JsonNames.VerticalRate, velocity.VerticalRateFeetPerMinute, 0);
            json.WriteString(JsonNames.VerticalRateType, velocity.IsRateGeometric ? JsonNames.Geometric : JsonNames.Barometric);
        }
        JsonText.Number(json, JsonNames.GeometricMinusBarometric, velocity.GeometricMinusBarometricFeet, 0);
        json.WriteNumber(JsonNames.NacV, velocity.NacV);
    }

    private static void Status(Utf8JsonWriter json, in OperationalStatus status)
    {
        json.WriteNumber(JsonNames.Version, status.Version);
        if (status.Version == 0)
            return;
        json.WriteNumber(JsonNames.NacP, status.NacP);
        JsonText.Code(json, JsonNames.NacV, status.NacV);
        json.WriteNumber(JsonNames.Sil, status.Sil);
        JsonText.Code(json, JsonNames.Sda, status.Sda);
        JsonText.Code(json, JsonNames.Gva, status.Gva);
    }
}
