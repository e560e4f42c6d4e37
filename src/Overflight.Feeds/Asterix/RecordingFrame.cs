using System.Buffers;

namespace Overflight.Feeds.Asterix;

/// <summary>What a recorder puts around data blocks.</summary>
/// <param name="HeadOctets">Octets before the first block.</param>
/// <param name="TrailerOctets">Octets behind each block.</param>
internal readonly record struct RecordingFrame(int HeadOctets, int TrailerOctets)
{
    private static readonly SearchValues<byte> s_text =
        SearchValues.Create([.. Enumerable.Range(' ', '~' - ' ' + 1).Select(c => (byte)c), (byte)'\t', (byte)'\r', (byte)'\n']);

    /// <summary>Nothing.</summary>
    public static RecordingFrame None => default;

    /// <summary>
    /// The "GPS" recordings of some radar stations: 2,200 octets of head, and 10 octets behind each block that
    /// hold the recorder's time of day.
    /// </summary>
    public static RecordingFrame Station { get; } = new(2200, 10);

    /// <summary>Whether an input starts as such a recording does: no text, and two framed blocks behind its head.</summary>
    public static bool IsStation(ReadOnlySpan<byte> start)
    {
        if (start.Length < Station.HeadOctets || !start[..16].ContainsAnyExcept(s_text))
            return false;
        for (var (blocks, at) = (0, Station.HeadOctets); blocks < 2; blocks++)
        {
            if (at + Categories.HeaderOctets > start.Length || !Categories.IsKnown(start[at]))
                return false;
            var length = Octets.Unsigned16(start[(at + 1)..]);
            if (length is <= Categories.HeaderOctets or > 0x2000)
                return false;
            at += length + Station.TrailerOctets;
        }
        return true;
    }
}
