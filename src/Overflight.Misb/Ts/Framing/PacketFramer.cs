namespace Overflight.Misb.Ts;

/// <summary>
/// Finds packets among bytes: of 188 bytes, of 192 (four bytes of arrival time before each) or of 204 (16 check bytes behind
/// each), and again after damage. A place is one where packets begin if five sync bytes follow at that distance. Near the end
/// it is one if as many follow as there is room for, at least two, or if the stream ends with this packet.
/// </summary>
internal static class PacketFramer
{
    /// <summary>The bytes that are enough to find packets in, if there are any.</summary>
    public const int Window = Most * Needed;

    private const int Most = 204;
    private const int Needed = 5;
    private static readonly int[] s_frames = [188, 192, 204];

    /// <summary>Looks for the first place where packets begin.</summary>
    /// <param name="bytes">The bytes from where the search begins.</param>
    /// <param name="isEnd">Whether the stream ends with them.</param>
    /// <param name="frameBytes">The distance of packets so far, tried first; 0 where it is not known. Set to the one found.</param>
    /// <returns>The place of the sync byte; or, negative, the complement of how many bytes hold no such place.</returns>
    public static int Find(ReadOnlySpan<byte> bytes, bool isEnd, ref int frameBytes)
    {
        var at = 0;
        while (true)
        {
            var next = bytes[at..].IndexOf(PacketView.Sync);
            if (next < 0)
                return ~bytes.Length;
            at += next;
            if (!isEnd && bytes.Length - at < Window)
                return ~at;
            if (frameBytes != 0 && IsPlace(bytes[at..], frameBytes))
                return at;
            foreach (var frame in s_frames)
                if (IsPlace(bytes[at..], frame))
                {
                    frameBytes = frame;
                    return at;
                }
            at++;
        }
    }

    /// <summary>Whether packets at that distance begin with the first byte.</summary>
    public static bool IsPlace(ReadOnlySpan<byte> bytes, int frame)
    {
        if (bytes.Length < PacketView.Bytes || bytes.Length <= frame && bytes.Length != frame && bytes.Length != PacketView.Bytes)
            return false;
        for (var at = 0; at < frame * Needed && at < bytes.Length; at += frame)
            if (bytes[at] != PacketView.Sync)
                return false;
        return true;
    }
}
