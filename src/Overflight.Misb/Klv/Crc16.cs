namespace Overflight.Misb.Klv;

/// <summary>CRC-16-CCITT (polynomial 0x1021, start 0xFFFF, not reflected), as MISB ST 1204 and others of that family use it.</summary>
public static class Crc16
{
    /// <summary>The check value of the bytes.</summary>
    public static ushort Of(ReadOnlySpan<byte> bytes)
    {
        uint crc = 0xFFFF;
        foreach (var b in bytes)
        {
            crc ^= (uint)b << 8;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 0x8000) != 0 ? crc << 1 ^ 0x1021 : crc << 1;
        }
        return (ushort)crc;
    }
}
