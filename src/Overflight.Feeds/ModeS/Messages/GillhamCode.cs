using System.Numerics;

namespace Overflight.Feeds.ModeS;

/// <summary>
/// Mode C (Annex 10 vol. IV, appendix to chapter 3): D1 D2 D4 A1 A2 A4 B1 B2 B4 are a Gray code of 500 ft, C1 C2 C4 a Gray code
/// of the five steps of 100 ft within, which run backwards in every other 500 ft; −1,200 ft is the lowest.
/// </summary>
internal static class GillhamCode
{
    /// <summary>Feet for the pulses in the order of the AC field (the place of M is ignored, D1 stands where Q does).</summary>
    public static int Feet(int code)
    {
        var hundreds = Binary(Bit(code, 12) << 2 | Bit(code, 10) << 1 | Bit(code, 8));
        // Counted 1, 2, 3, 4, and 7 for the fifth; the other codes do not occur.
        if (hundreds == 7)
            hundreds = 5;
        else if (hundreds is 0 or > 4)
            return AltitudeCode.None;
        var fiveHundreds = Binary(
            Bit(code, 4) << 8 | Bit(code, 2) << 7 | Bit(code, 0) << 6 | Bit(code, 11) << 5 | Bit(code, 9) << 4 | Bit(code, 7) << 3
            | Bit(code, 5) << 2 | Bit(code, 3) << 1 | Bit(code, 1));
        if ((fiveHundreds & 1) != 0)
            hundreds = 6 - hundreds;
        return 500 * fiveHundreds + 100 * hundreds - 1300;
    }

    /// <summary>All 8,192 codes.</summary>
    public static int[] Table()
    {
        var feet = new int[1 << 13];
        for (var code = 0; code < feet.Length; code++)
            feet[code] = Feet(code);
        return feet;
    }

    private static int Bit(int code, int place) => code >> place & 1;

    /// <summary>The number that a Gray code stands for: every bit is the parity of the bits from the top down to it.</summary>
    private static int Binary(int gray)
    {
        var binary = 0;
        for (var place = 0; place < 9; place++)
            binary |= (BitOperations.PopCount((uint)gray >> place) & 1) << place;
        return binary;
    }
}
