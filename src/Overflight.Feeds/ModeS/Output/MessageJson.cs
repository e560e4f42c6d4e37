using System.Text.Json;
using Overflight.Tracks;

namespace Overflight.Feeds.ModeS;

/// <summary>
/// Writes a decoded message as a JSON object; <c>docs/modes.md</c> lists the members. What a message does not give is left out.
/// </summary>
public static class MessageJson
{
    /// <summary>Writes one object.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="message">The message.</param>
    public static void Write(Utf8JsonWriter json, in DecodedMessage message)
    {
        ArgumentNullException.ThrowIfNull(json);
        json.WriteStartObject();
        json.WriteNumber(JsonNames.Record, message.Raw.Record);
        json.WriteNumber(JsonNames.Offset, message.Raw.Offset);
        WriteTime(json, message.Raw);
        var format = message.Raw.Frame.DownlinkFormat;
        if (format < 0)
            WriteModeAc(json, message.Raw);
        else
            WriteModeS(json, message, format);
        json.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter json, in RawFrame raw)
    {
        if (!raw.HasTime)
        {
            json.WriteNull(JsonNames.Time);
            return;
        }
        Span<byte> text = stackalloc byte[JsonText.TimeLength];
        JsonText.Time(raw.TimeMicroseconds, text);
        json.WriteString(JsonNames.Time, text);
    }

    /// <summary>A Mode A/C reply does not say which question it answers: both readings are given.</summary>
    private static void WriteModeAc(Utf8JsonWriter json, in RawFrame raw)
    {
        json.WriteNull(JsonNames.Df);
        WriteRaw(json, raw);
        var pulses = ModeAcReply.Pulses(raw.Frame);
        JsonText.Squawk(json, JsonNames.ModeA, IdentityCode.Squawk(pulses));
        if (GillhamCode.Feet(pulses) is not AltitudeCode.None and var feet)
            json.WriteNumber(JsonNames.ModeCFeet, feet);
        if (ModeAcReply.IsIdent(raw.Frame))
            json.WriteBoolean(JsonNames.Ident, true);
    }

    private static void WriteModeS(Utf8JsonWriter json, in DecodedMessage message, int format)
    {
        json.WriteNumber(JsonNames.Df, format);
        if (message.Address.IsKnown)
            JsonText.Address(json, message.Address);
        WriteRaw(json, message.Raw);
        json.WriteString(JsonNames.Crc, Word(message.Parity));
        if (message.Parity is ParityStatus.Bad or ParityStatus.Unconfirmed)
            return;
        if (message.Source != FixSource.Unknown)
            json.WriteString(JsonNames.Source, JsonText.Word(message.Source));
        if (message.TypeCode >= 0)
            json.WriteNumber(JsonNames.TypeCode, message.TypeCode);
        if (message.Callsign != 0)
            JsonText.Callsign(json, message.Callsign);
        if (message.Squawk >= 0)
            JsonText.Squawk(json, JsonNames.Squawk, message.Squawk);
        if (message.AltitudeType != AltitudeType.None)
        {
            json.WriteNumber(JsonNames.AltitudeFeet, message.AltitudeFeet);
            json.WriteString(JsonNames.AltitudeType, message.AltitudeType == AltitudeType.Barometric ? JsonNames.Barometric : JsonNames.Geometric);
        }
        if (message.OnGround >= 0)
            json.WriteBoolean(JsonNames.OnGround, message.OnGround == 1);
        if (format is 4 or 5 or 20 or 21)
            WriteFlightStatus(json, message.Frame.Subfield);
        if (message.HasPositionCode)
            WritePosition(json, message);
        if (message.TypeCode >= 0 && message.Source != FixSource.Unknown)
            SquitterJson.Write(json, message);
        if (format is 20 or 21)
            CommBJson.Write(json, message.CommB, message.Frame.Message);
    }

    private static void WriteRaw(Utf8JsonWriter json, in RawFrame raw)
    {
        Span<byte> bytes = stackalloc byte[ModeSFrame.LongLength];
        raw.Frame.CopyTo(bytes);
        Span<byte> digits = stackalloc byte[2 * ModeSFrame.LongLength];
        Convert.TryToHexStringLower(bytes[..raw.Frame.Length], digits, out var written);
        json.WriteString(JsonNames.Raw, digits[..written]);
        if (raw.SignalLevel >= 0)
            json.WriteNumber(JsonNames.Signal, raw.SignalLevel);
    }

    private static JsonEncodedText Word(ParityStatus parity) => parity switch
    {
        ParityStatus.Ok => JsonNames.Ok,
        ParityStatus.Recovered => JsonNames.Recovered,
        ParityStatus.Corrected => JsonNames.Corrected,
        ParityStatus.Unconfirmed => JsonNames.Unconfirmed,
        _ => JsonNames.Bad,
    };

    private static void WriteFlightStatus(Utf8JsonWriter json, int status)
    {
        if (FlightStatus.IsAlert(status))
            json.WriteBoolean(JsonNames.Alert, true);
        if (FlightStatus.IsIdent(status))
            json.WriteBoolean(JsonNames.Ident, true);
    }

    private static void WritePosition(Utf8JsonWriter json, in DecodedMessage message)
    {
        var fix = message.Fix;
        if (message.HasPosition)
        {
            json.WriteNumber(JsonNames.Latitude, Math.Round(fix.Position.LatitudeDegrees, 7));
            json.WriteNumber(JsonNames.Longitude, Math.Round(fix.Position.LongitudeDegrees, 7));
            json.WriteString(JsonNames.PositionSource, JsonText.Word(message.Source));
        }
        JsonText.Code(json, JsonNames.Nic, fix.Nic);
        JsonText.Code(json, JsonNames.NucP, message.NucP);
        JsonText.Number(json, JsonNames.RcMetres, fix.ContainmentMetres, 1);
        JsonText.Code(json, JsonNames.NacP, fix.NacP);
        JsonText.Code(json, JsonNames.NacV, message.NacV);
        JsonText.Code(json, JsonNames.Sil, fix.Sil);
        JsonText.Code(json, JsonNames.Version, message.Version);
        if (fix.Status.HasFlag(FixStatus.OnGround))
        {
            JsonText.Number(json, JsonNames.SpeedKnots, fix.GroundSpeedKnots, 3);
            JsonText.Number(json, JsonNames.TrackDegrees, fix.TrackDegrees, 2);
        }
    }
}
