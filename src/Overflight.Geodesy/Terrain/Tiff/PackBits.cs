namespace Overflight.Geodesy.Terrain.Tiff;

/// <summary>PackBits (TIFF 6.0, section 9): runs of single bytes and stretches as they are.</summary>
internal static class PackBits
{
    /// <summary>Fills what it can and says how much.</summary>
    public static int Decode(ReadOnlySpan<byte> packed, Span<byte> bytes)
    {
        var written = 0;
        for (var at = 0; at < packed.Length && written < bytes.Length;)
        {
            var count = (sbyte)packed[at++];
            if (count >= 0)
            {
                var length = Math.Min(count + 1, Math.Min(packed.Length - at, bytes.Length - written));
                packed.Slice(at, length).CopyTo(bytes[written..]);
                (at, written) = (at + count + 1, written + length);
            }
            else if (count != sbyte.MinValue && at < packed.Length)
            {
                var length = Math.Min(1 - count, bytes.Length - written);
                bytes.Slice(written, length).Fill(packed[at++]);
                written += length;
            }
        }
        return written;
    }
}
