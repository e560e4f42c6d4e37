namespace Overflight.Misb.Klv;

/// <summary>CRC-32 of MPEG-2 systems (polynomial 0x04C11DB7, start 0xFFFFFFFF, not reflected), which ends a set of MISB ST 0806.</summary>
public static class Crc32
{
    /// <summary>The check value of the bytes.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in bytes)
        {
            crc ^= (uint)b << 24;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 0x80000000) != 0 ? crc << 1 ^ 0x04C11DB7 : crc << 1;
        }
        return crc;
    }
}
