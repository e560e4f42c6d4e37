using Overflight.Tracks;

namespace Overflight.Feeds.Asterix;

/// <summary>Text within target reports.</summary>
internal static class ReportedText
{
    /// <summary>Notes a target identification: eight characters of the six-bit alphabet (ICAO Annex 10 volume IV, 3.1.2.9.1.2).</summary>
    public static void NoteIdentification(OpenTrack track, UtcInstant time, ulong identification)
    {
        Span<byte> characters = stackalloc byte[8];
        for (var i = 0; i < characters.Length; i++)
        {
            characters[i] = (int)(identification >> (42 - 6 * i) & 0x3f) switch
            {
                >= 1 and <= 26 and var letter => (byte)('A' + letter - 1),
                >= 48 and <= 57 and var digit => (byte)digit,
                0 or 32 => (byte)' ',
                _ => (byte)'?',
            };
        }
        CallsignText.Note(track, time, characters);
    }

    /// <summary>Four ASCII letters and digits, blanks at the end left out; empty where there is anything else.</summary>
    public static string TypeDesignator(uint octets)
    {
        Span<char> characters = stackalloc char[4];
        for (var i = 0; i < characters.Length; i++)
            characters[i] = (char)(octets >> (24 - 8 * i) & 0xff);
        var designator = characters.TrimEnd(" \0");
        foreach (var c in designator)
        {
            if (!char.IsAsciiLetterOrDigit(c))
                return "";
        }
        return designator.ToString();
    }
}
