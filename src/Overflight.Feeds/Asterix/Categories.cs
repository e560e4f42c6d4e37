namespace Overflight.Feeds.Asterix;

/// <summary>The categories in use, so that blocks are told from other bytes, and the profiles of those that are walked.</summary>
internal static class Categories
{
    /// <summary>Octets before a block's records: the category and the length, these included.</summary>
    public const int HeaderOctets = 3;

    // Where text is taken for blocks, its letters give lengths above this; real blocks stay far below.
    private const int LongestRecognised = 0x2000;

    /// <summary>Whether a category is allocated by EUROCONTROL (or 252 and 253, which are for whoever wants them).</summary>
    public static bool IsKnown(int category) => category is
        1 or 2 or 3 or 4 or 7 or 8 or 9 or 10 or 11 or (>= 15 and <= 21) or 23 or 24 or 25 or (>= 30 and <= 34)
        or 48 or 62 or 63 or 65 or (>= 128 and <= 131) or (>= 150 and <= 159) or 204 or 205 or 238 or 240 or 247 or 252 or 253;

    /// <summary>The profile of a category whose records are walked; null for 021, which has two, and for all others.</summary>
    public static UserApplicationProfile? ProfileOf(int category) => category switch
    {
        1 => ServiceProfiles.Cat001,
        2 => ServiceProfiles.Cat002,
        34 => ServiceProfiles.Cat034,
        48 => Profiles.Cat048,
        62 => Profiles.Cat062,
        65 => ServiceProfiles.Cat065,
        _ => null,
    };

    /// <summary>Whether a category's reports are made into fixes.</summary>
    public static bool IsOfTargets(int category) => category is 21 or 48 or 62;

    /// <summary>
    /// Whether some bytes start with blocks of known categories, one behind another: one that ends with them, or
    /// two and as many more as there are.
    /// </summary>
    public static bool StartBlocks(ReadOnlySpan<byte> data)
    {
        const int EnoughBlocks = 12;
        for (var blocks = 0; ; blocks++)
        {
            if (data.IsEmpty)
                return blocks > 0;
            if (blocks == EnoughBlocks)
                return true;
            if (data.Length < HeaderOctets)
                return blocks > 1;
            var length = Octets.Unsigned16(data[1..]);
            if (!IsKnown(data[0]) || length is <= HeaderOctets or >= LongestRecognised)
                return false;
            if (length > data.Length)
                return blocks > 1;
            data = data[length..];
        }
    }
}
