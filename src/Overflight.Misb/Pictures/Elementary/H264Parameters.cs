namespace Overflight.Misb.Pictures.Elementary;

/// <summary>What of a sequence parameter set of H.264 (7.3.2.1.1, E.1.1) tells pictures apart and says when they are.</summary>
internal sealed record H264Parameters(int Id, bool HasColourPlanes, int FrameNumberBits, int OrderType, int OrderBits, bool AlwaysZeroDeltas, bool FramesOnly, Rate Rate)
{
    /// <summary>Reads a set behind its NAL unit header; null where it is cut short or breaks its syntax.</summary>
    public static H264Parameters? Read(ReadOnlySpan<byte> payload)
    {
        var bits = new BitReader(payload);
        var profile = bits.Bits(8);
        bits.Skip(16);
        var id = bits.Unsigned();
        var hasColourPlanes = false;
        if (profile is 100 or 110 or 122 or 244 or 44 or 83 or 86 or 118 or 128 or 138 or 139 or 134 or 135)
        {
            var chroma = bits.Unsigned();
            hasColourPlanes = chroma == 3 && bits.Flag();
            bits.Unsigned();
            bits.Unsigned();
            bits.Skip(1);
            if (bits.Flag())
                for (var list = 0; list < (chroma == 3 ? 12 : 8); list++)
                    if (bits.Flag())
                        SkipScalingList(ref bits, list < 6 ? 16 : 64);
        }
        var frameNumberBits = bits.Unsigned() + 4;
        var orderType = bits.Unsigned();
        var (orderBits, alwaysZero) = (0u, false);
        if (orderType == 0)
            orderBits = bits.Unsigned() + 4;
        else if (orderType == 1)
        {
            alwaysZero = bits.Flag();
            bits.Signed();
            bits.Signed();
            for (var count = bits.Unsigned(); count > 0 && !bits.IsPast; count--)
                bits.Signed();
        }
        bits.Unsigned();
        bits.Skip(1);
        bits.Unsigned();
        bits.Unsigned();
        var framesOnly = bits.Flag();
        if (!framesOnly)
            bits.Skip(1);
        bits.Skip(1);
        if (bits.Flag())
            for (var side = 0; side < 4; side++)
                bits.Unsigned();
        if (bits.IsPast || id > 31 || frameNumberBits > 16 || orderType > 2 || orderBits > 16)
            return null;
        return new((int)id, hasColourPlanes, (int)frameNumberBits, (int)orderType, (int)orderBits, alwaysZero, framesOnly, bits.Flag() ? ReadRate(ref bits) : default);
    }

    private static Rate ReadRate(ref BitReader bits)
    {
        VideoUsability.SkipPicture(ref bits);
        if (bits.Flag())
        {
            bits.Unsigned();
            bits.Unsigned();
        }
        if (!bits.Flag())
            return default;
        var (unit, scale) = (bits.Bits(32), bits.Bits(32));
        // A tick is of a field: a frame takes two (E.2.1).
        return bits.IsPast ? default : new Rate(scale, 2L * unit);
    }

    private static void SkipScalingList(ref BitReader bits, int size)
    {
        long last = 8, next = 8;
        for (var i = 0; i < size && !bits.IsPast; i++)
        {
            if (next != 0)
                next = (last + bits.Signed() + 256) % 256;
            last = next == 0 ? last : next;
        }
    }
}
