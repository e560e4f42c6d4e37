namespace Overflight.Misb.Pictures.Elementary;

/// <summary>What of a sequence parameter set of H.265 (7.3.2.2, E.2.1) says when pictures are.</summary>
internal sealed record H265Parameters(int Id, bool HasColourPlanes, int OrderBits, Rate Rate)
{
    private const int MostReferenceSets = 64;
    private const int MostReferences = 16;

    /// <summary>Reads a set behind its NAL unit header; null where it is cut short or breaks its syntax. A rate that cannot be reached is left out.</summary>
    public static H265Parameters? Read(ReadOnlySpan<byte> payload)
    {
        var bits = new BitReader(payload);
        bits.Skip(4);
        var subLayers = (int)bits.Bits(3);
        bits.Skip(1);
        SkipProfile(ref bits, subLayers);
        var id = bits.Unsigned();
        var chroma = bits.Unsigned();
        var hasColourPlanes = chroma == 3 && bits.Flag();
        bits.Unsigned();
        bits.Unsigned();
        if (bits.Flag())
            for (var side = 0; side < 4; side++)
                bits.Unsigned();
        bits.Unsigned();
        bits.Unsigned();
        var orderBits = bits.Unsigned() + 4;
        if (bits.IsPast || id > 15 || orderBits > 16)
            return null;
        return new((int)id, hasColourPlanes, (int)orderBits, ReadRate(ref bits, subLayers, (int)orderBits));
    }

    /// <summary>profile_tier_level(1, n) of 7.3.3.</summary>
    private static void SkipProfile(ref BitReader bits, int subLayers)
    {
        bits.Skip(88 + 8);
        Span<bool> present = stackalloc bool[16];
        for (var i = 0; i < 2 * subLayers; i++)
            present[i] = bits.Flag();
        if (subLayers > 0)
            bits.Skip(2 * (8 - subLayers));
        for (var i = 0; i < subLayers; i++)
            bits.Skip((present[2 * i] ? 88 : 0) + (present[2 * i + 1] ? 8 : 0));
    }

    private static Rate ReadRate(ref BitReader bits, int subLayers, int orderBits)
    {
        for (var i = bits.Flag() ? 0 : subLayers; i <= subLayers; i++)
            SkipNumbers(ref bits, 3);
        SkipNumbers(ref bits, 6);
        if (bits.Flag() && bits.Flag())
            SkipScalingLists(ref bits);
        bits.Skip(2);
        if (bits.Flag())
        {
            bits.Skip(8);
            SkipNumbers(ref bits, 2);
            bits.Skip(1);
        }
        if (!SkipReferenceSets(ref bits))
            return default;
        if (bits.Flag())
            for (var count = bits.Unsigned(); count > 0 && !bits.IsPast; count--)
                bits.Skip(orderBits + 1);
        bits.Skip(2);
        return bits.Flag() && !bits.IsPast ? ReadTiming(ref bits) : default;
    }

    private static Rate ReadTiming(ref BitReader bits)
    {
        VideoUsability.SkipPicture(ref bits);
        if (bits.Flag())
            SkipNumbers(ref bits, 2);
        bits.Skip(3);
        if (bits.Flag())
            SkipNumbers(ref bits, 4);
        if (!bits.Flag())
            return default;
        var (unit, scale) = (bits.Bits(32), bits.Bits(32));
        return bits.IsPast ? default : new Rate(scale, unit);
    }

    /// <summary>scaling_list_data of 7.3.4.</summary>
    private static void SkipScalingLists(ref BitReader bits)
    {
        for (var size = 0; size < 4; size++)
            for (var matrix = 0; matrix < 6 && !bits.IsPast; matrix += size == 3 ? 3 : 1)
                if (!bits.Flag())
                    bits.Unsigned();
                else
                    SkipNumbers(ref bits, Math.Min(64, 1 << 4 + (size << 1)) + (size > 1 ? 1 : 0));
    }

    /// <summary>The candidates of st_ref_pic_set (7.3.7); false where they break their syntax.</summary>
    private static bool SkipReferenceSets(ref BitReader bits)
    {
        var sets = bits.Unsigned();
        if (sets > MostReferenceSets)
            return false;
        var pictures = 0u;
        for (var set = 0; set < sets && !bits.IsPast; set++)
        {
            if (set > 0 && bits.Flag())
            {
                bits.Skip(1);
                bits.Unsigned();
                var kept = 0u;
                for (var i = 0; i <= pictures; i++)
                    // used_by_curr_pic_flag, or else use_delta_flag: either keeps the picture (7-61, 7-62).
                    if (bits.Flag() || bits.Flag())
                        kept++;
                pictures = kept;
            }
            else
            {
                var (before, after) = (bits.Unsigned(), bits.Unsigned());
                if (before > MostReferences || after > MostReferences)
                    return false;
                pictures = before + after;
                for (var i = 0; i < pictures; i++)
                {
                    bits.Unsigned();
                    bits.Skip(1);
                }
            }
        }
        return !bits.IsPast;
    }

    private static void SkipNumbers(ref BitReader bits, int count)
    {
        for (; count > 0; count--)
            bits.Unsigned();
    }
}
