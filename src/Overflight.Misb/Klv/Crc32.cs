namespace Overflight.Misb.Klv;

/// <summary>
/// CRC-32 of MPEG-2 systems (ISO/IEC 13818-1, annex A: polynomial 0x04C11DB7, first bit first, start 0xFFFFFFFF, not inverted), which ends
/// table sections and a set of MISB ST 0806.
/// </summary>
public static class Crc32
{
    private static readonly uint[] s_table = Table();

    /// <summary>The check value of the bytes; 0 over bytes that end in their own and are undamaged.</summary>
    public static uint Of(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var b in bytes)
            crc = (crc << 8) ^ s_table[(crc >> 24) ^ b];
        return crc;
    }

    private static uint[] Table()
    {
        var table = new uint[256];
        for (var i = 0; i < table.Length; i++)
        {
            var value = (uint)i << 24;
            for (var bit = 0; bit < 8; bit++)
                value = (value << 1) ^ ((value >> 31) * 0x04C11DB7);
            table[i] = value;
        }
        return table;
    }
}
