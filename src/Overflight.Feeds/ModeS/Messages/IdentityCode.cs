namespace Overflight.Feeds.ModeS;

/// <summary>Mode A codes, 13 bits (Annex 10 vol. IV 3.1.2.6.7.1): C1 A1 C2 A2 C4 A4 X B1 D1 B2 D2 B4 D4.</summary>
internal static class IdentityCode
{
    /// <summary>Four octal digits ABCD, read as a decimal number.</summary>
    public static short Squawk(int code)
    {
        var a = code >> 11 & 1 | code >> 8 & 2 | code >> 5 & 4;
        var b = code >> 5 & 1 | code >> 2 & 2 | code << 1 & 4;
        var c = code >> 12 & 1 | code >> 9 & 2 | code >> 6 & 4;
        var d = code >> 4 & 1 | code >> 1 & 2 | code << 2 & 4;
        return (short)(1000 * a + 100 * b + 10 * c + d);
    }
}
