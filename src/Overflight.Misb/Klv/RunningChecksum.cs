namespace Overflight.Misb.Klv;

/// <summary>The running 16-bit sum that ends a packet of MISB ST 0601 and ST 0903: bytes are added in turn to the upper and the lower half.</summary>
public static class RunningChecksum
{
    /// <summary>The sum of the bytes: for a packet, those from the first of its key to the length byte of its checksum item, inclusive.</summary>
    public static ushort Of(ReadOnlySpan<byte> bytes)
    {
        uint high = 0, low = 0;
        var i = 0;
        for (; i + 1 < bytes.Length; i += 2)
        {
            high += bytes[i];
            low += bytes[i + 1];
        }
        if (i < bytes.Length)
            high += bytes[i];
        return (ushort)((high << 8) + low);
    }
}
