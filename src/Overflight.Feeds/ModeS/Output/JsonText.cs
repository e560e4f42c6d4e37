using System.Globalization;
using System.Text.Json;
using Overflight.Tracks;

namespace Overflight.Feeds.ModeS;

/// <summary>Values of messages as JSON, without allocation.</summary>
internal static class JsonText
{
    /// <summary>The length of a time.</summary>
    public const int TimeLength = 27;

    private const long DayMicroseconds = 86_400_000_000;

    /// <summary>Writes <c>2024-06-06T08:58:39.147975Z</c>.</summary>
    public static void Time(long microseconds, Span<byte> text)
    {
        var day = Math.DivRem(microseconds, DayMicroseconds, out var clock);
        if (clock < 0)
            (day, clock) = (day - 1, clock + DayMicroseconds);
        var date = DateOnly.FromDayNumber((int)(day + 719_162));
        Digits(text, 0, 4, date.Year);
        Digits(text, 5, 2, date.Month);
        Digits(text, 8, 2, date.Day);
        Digits(text, 11, 2, clock / 3_600_000_000);
        Digits(text, 14, 2, clock / 60_000_000 % 60);
        Digits(text, 17, 2, clock / 1_000_000 % 60);
        Digits(text, 20, 6, clock % 1_000_000);
        (text[4], text[7], text[10], text[13], text[16], text[19], text[26]) =
            ((byte)'-', (byte)'-', (byte)'T', (byte)':', (byte)':', (byte)'.', (byte)'Z');
    }

    public static void Address(Utf8JsonWriter json, AircraftAddress address)
    {
        Span<byte> text = stackalloc byte[7];
        text[0] = (byte)'~';
        address.Value.TryFormat(text[1..], out _, "x6", CultureInfo.InvariantCulture);
        json.WriteString(JsonNames.Icao, address.IsIcao ? text[1..] : text);
    }

    public static void Callsign(Utf8JsonWriter json, ulong callsign)
    {
        Span<byte> text = stackalloc byte[8];
        json.WriteString(JsonNames.Callsign, text[..CallsignCode.Write(callsign, text)]);
    }

    public static void Squawk(Utf8JsonWriter json, JsonEncodedText name, short squawk)
    {
        Span<byte> text = stackalloc byte[4];
        Digits(text, 0, 4, squawk);
        json.WriteString(name, text);
    }

    /// <summary>Writes a code that is −1 where it is not known.</summary>
    public static void Code(Utf8JsonWriter json, JsonEncodedText name, int code)
    {
        if (code >= 0)
            json.WriteNumber(name, code);
    }

    /// <summary>Writes a number that is NaN where it is not known.</summary>
    public static void Number(Utf8JsonWriter json, JsonEncodedText name, float number, int decimals)
    {
        if (!float.IsNaN(number))
            json.WriteNumber(name, Math.Round((double)number, decimals));
    }

    public static JsonEncodedText Word(FixSource source) => source switch
    {
        FixSource.Adsb => JsonNames.Adsb,
        FixSource.Adsr => JsonNames.Adsr,
        FixSource.Tisb => JsonNames.Tisb,
        _ => JsonNames.Mlat,
    };

    private static void Digits(Span<byte> text, int at, int count, long value)
    {
        for (var i = at + count - 1; i >= at; i--, value /= 10)
            text[i] = (byte)('0' + value % 10);
    }
}
