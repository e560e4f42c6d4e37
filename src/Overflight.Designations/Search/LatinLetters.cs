namespace Overflight.Designations.Search;

/// <summary>
/// Latin letters without their marks. The base letters are those of the decompositions in the Unicode Character Database (UnicodeData.txt, field
/// 5); of letters that have none there, Ø, Đ, Ł, Ħ and Ŧ lose their strokes, and Æ is AE, Œ OE, ß SS, Þ TH and Ĳ IJ (ICAO Doc 9303-3, section 6). The
/// runtime is told to do without data of languages, and decomposes nothing itself.
/// </summary>
internal static class LatinLetters
{
    // A letter of each block in order of its code points; a digit is one of s_pairs, ? is no letter.
    private const string FromC0 =
        "AAAAAA1CEEEEIIIIDNOOOOO?OUUUUY43AAAAAA1CEEEEIIIIDNOOOOO?OUUUUY4Y"
        + "AAAAAACCCCCCCCDDDDEEEEEEEEEEGGGGGGGGHHHHIIIIIIIIII55JJKKKLLLLLLL"
        + "LLLNNNNNNNNNOOOOOO22RRRRRRSSSSSSSSTTTTTTUUUUUUUUUUUUWWYYYZZZZZZS";

    private const string From1CD =
        "AAIIOOUUUUUUUUUU";

    private const string From1E00 =
        "AABBBBBBCCDDDDDDDDDDEEEEEEEEEEFFGGHHHHHHHHHHIIIIKKKKKKLLLLLLLLMM"
        + "MMMMNNNNNNNNOOOOOOOOPPPPRRRRRRRRSSSSSSSSSSTTTTTTTTUUUUUUUUUUVVVV"
        + "WWWWWWWWWWXXXXYYZZZZZZHTWYAS??3?AAAAAAAAAAAAAAAAAAAAAAAAEEEEEEEE"
        + "EEEEEEEEIIIIOOOOOOOOOOOOOOOOOOOOOOOOUUUUUUUUUUUUUUYYYYYYYY??????";

    private static readonly string[] s_pairs = ["", "AE", "OE", "SS", "TH", "IJ"];

    /// <summary>The capital letters that a letter stands for; empty where it is none of these.</summary>
    public static string Of(char letter)
    {
        var plain = letter switch
        {
            >= '\u00C0' and <= '\u017F' => FromC0[letter - 0xC0],
            >= '\u01CD' and <= '\u01DC' => From1CD[letter - 0x1CD],
            >= '\u1E00' and <= '\u1EFF' => From1E00[letter - 0x1E00],
            '\u0218' or '\u0219' => 'S',
            '\u021A' or '\u021B' => 'T',
            '\u01A0' or '\u01A1' => 'O',
            '\u01AF' or '\u01B0' => 'U',
            '\u018F' or '\u0259' => 'A',
            _ => '?',
        };
        return plain == '?' ? "" : char.IsAsciiDigit(plain) ? s_pairs[plain - '0'] : plain.ToString();
    }
}
