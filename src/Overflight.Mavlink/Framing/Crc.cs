namespace Overflight.Mavlink.Framing;

/// <summary>CRC-16/MCRF4XX (polynomial 0x1021, start 0xFFFF, reflected): the check value of MAVLink frames.</summary>
internal static class Crc
{
    private static readonly ushort[] s_table = MakeTable();

    /// <summary>The check value of a frame's bytes behind its magic byte, and of the message's extra byte.</summary>
    public static ushort Of(ReadOnlySpan<byte> bytes, byte extra)
    {
        uint crc = 0xFFFF;
        foreach (var b in bytes)
            crc = crc >> 8 ^ s_table[(byte)(crc ^ b)];
        return (ushort)(crc >> 8 ^ s_table[(byte)(crc ^ extra)]);
    }

    private static ushort[] MakeTable()
    {
        var table = new ushort[256];
        for (var i = 0; i < table.Length; i++)
        {
            var crc = (uint)i;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? crc >> 1 ^ 0x8408 : crc >> 1;
            table[i] = (ushort)crc;
        }
        return table;
    }
}
