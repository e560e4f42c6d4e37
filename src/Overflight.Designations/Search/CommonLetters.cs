namespace Overflight.Designations.Search;

/// <summary>How many letters two tokens must have in common to be similar at all: it rules most pairs out before they are compared.</summary>
internal static class CommonLetters
{
    /// <summary>No count of common letters is enough.</summary>
    public const byte Never = 255;

    private const int Lengths = NameText.LongestToken + 1;
    private const int Prefixes = 5;

    private static readonly byte[] s_least = Table();

    /// <summary>The least common letters for tokens of two lengths, by their common letters at the beginning (0 to 4).</summary>
    public static ReadOnlySpan<byte> Least(int lengthA, int lengthB) => s_least.AsSpan((lengthA * Lengths + lengthB) * Prefixes, Prefixes);

    /// <summary>A bit for each letter: letters that share one only make the bound weaker.</summary>
    public static ulong MaskOf(ReadOnlySpan<char> token)
    {
        var mask = 0UL;
        foreach (var c in token)
            mask |= 1UL << (c is >= 'A' and <= 'Z' ? c - 'A' : 26 + c % 38);
        return mask;
    }

    /// <summary>The first four letters in one number.</summary>
    public static ulong PrefixOf(ReadOnlySpan<char> token)
    {
        var prefix = 0UL;
        for (var i = 0; i < 4 && i < token.Length; i++)
            prefix |= (ulong)token[i] << (16 * i);
        return prefix;
    }

    private static byte[] Table()
    {
        var table = new byte[Lengths * Lengths * Prefixes];
        Array.Fill(table, Never);
        for (var a = 1; a < Lengths; a++)
        {
            for (var b = 1; b < Lengths; b++)
            {
                for (var prefix = 0; prefix < Prefixes; prefix++)
                {
                    for (var common = Math.Min(a, b); common > 0 && JaroWinkler.Thousandths(a, b, common, 0, prefix) >= JaroWinkler.Least; common--)
                        table[(a * Lengths + b) * Prefixes + prefix] = (byte)common;
                }
            }
        }
        return table;
    }
}
