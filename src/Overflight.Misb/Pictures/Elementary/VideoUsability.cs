namespace Overflight.Misb.Pictures.Elementary;

/// <summary>What video usability information begins with, the same in H.264 (E.1.1) and H.265 (E.2.1).</summary>
internal static class VideoUsability
{
    private const uint ExtendedAspectRatio = 255;

    /// <summary>Skips aspect ratio, overscan, and video signal type.</summary>
    public static void SkipPicture(ref BitReader bits)
    {
        if (bits.Flag() && bits.Bits(8) == ExtendedAspectRatio)
            bits.Skip(32);
        if (bits.Flag())
            bits.Skip(1);
        if (bits.Flag())
        {
            bits.Skip(4);
            if (bits.Flag())
                bits.Skip(24);
        }
    }
}
