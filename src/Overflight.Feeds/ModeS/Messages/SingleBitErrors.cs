namespace Overflight.Feeds.ModeS;

/// <summary>Which single bit, turned over, explains a syndrome. Bits 1 to 5 (DF) are left alone: another format has another parity.</summary>
internal static class SingleBitErrors
{
    private static readonly Dictionary<uint, int> s_long = Syndromes(ModeSFrame.LongLength);
    private static readonly Dictionary<uint, int> s_short = Syndromes(ModeSFrame.ShortLength);

    /// <summary>The bit, from 1; 0 where no single bit explains it.</summary>
    public static int BitOf(uint syndrome, int length) =>
        (length == ModeSFrame.LongLength ? s_long : s_short).GetValueOrDefault(syndrome);

    private static Dictionary<uint, int> Syndromes(int length)
    {
        var found = new Dictionary<uint, int>();
        var zeros = new ModeSFrame(0, 0, length);
        for (var bit = 6; bit <= 8 * length; bit++)
            found.Add(ParityCheck.Syndrome(zeros.WithFlipped(bit)), bit);
        return found;
    }
}
