namespace Overflight.Feeds.ModeS;

/// <summary>
/// Two bytes of a Mode A/C reply as Beast receivers send them: four hex digits for A, B, C, D, each 1, 2, 4 as its pulses; 0080 is
/// the identification pulse.
/// </summary>
internal static class ModeAcReply
{
    public static bool IsIdent(in ModeSFrame frame) => (Value(frame) & 0x80) != 0;

    /// <summary>The pulses in the order of the 13-bit identity code.</summary>
    public static int Pulses(in ModeSFrame frame)
    {
        var value = Value(frame);
        var (a, b, c, d) = (value >> 12 & 7, value >> 8 & 7, value >> 4 & 7, value & 7);
        return (c & 1) << 12 | (a & 1) << 11 | (c & 2) << 9 | (a & 2) << 8 | (c & 4) << 6 | (a & 4) << 5
            | (b & 1) << 5 | (d & 1) << 4 | (b & 2) << 2 | (d & 2) << 1 | (b & 4) >> 1 | (d & 4) >> 2;
    }

    private static int Value(in ModeSFrame frame) => (int)(frame.First >> 48);
}
