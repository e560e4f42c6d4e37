using Overflight.Tracks;

namespace Overflight.Feeds;

/// <summary>Call signs from bytes: at most eight characters count, as an aircraft sends them; longer names are cut at 16.</summary>
internal static class CallsignText
{
    private const int Longest = 16;

    public static void Note(OpenTrack track, UtcInstant time, ReadOnlySpan<byte> callsign)
    {
        Span<char> characters = stackalloc char[Longest];
        var count = 0;
        foreach (var b in callsign)
        {
            if (count == Longest)
                break;
            characters[count++] = b is > 0x1f and < 0x7f ? (char)b : '?';
        }
        track.Builder.NoteCallsign(time, characters[..count]);
    }
}
