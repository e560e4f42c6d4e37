namespace Overflight.Feeds.ModeS;

/// <summary>
/// Altitude codes. AC, 13 bits (Annex 10 vol. IV 3.1.2.6.5.4): C1 A1 C2 A2 C4 A4 M B1 Q B2 D2 B4 D4. M set: metric units,
/// whose coding was never laid down. Q set: the other 11 bits count 25 ft from −1,000 ft. Neither: Gillham code in steps of 100 ft.
/// AC of a squitter, 12 bits: the same without M.
/// </summary>
internal static class AltitudeCode
{
    /// <summary>No altitude in the code.</summary>
    public const int None = int.MinValue;

    private const int MetricBit = 0x40;
    private const int QBit = 0x10;
    private static readonly int[] s_gillham = GillhamCode.Table();

    /// <summary>Feet of the 13-bit code.</summary>
    public static int Feet13(int code)
    {
        if (code == 0 || (code & MetricBit) != 0)
            return None;
        return (code & QBit) != 0
            ? 25 * ((code & 0x1F80) >> 2 | (code & 0x20) >> 1 | (code & 0xF)) - 1000
            : s_gillham[code];
    }

    /// <summary>Feet of the 12-bit code.</summary>
    public static int Feet12(int code) => Feet13((code & 0xFC0) << 1 | (code & 0x3F));
}
