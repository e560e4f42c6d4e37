using System.Numerics;

namespace Overflight.Designations.Search;

/// <summary>
/// The similarity of two tokens after Jaro (1989) and Winkler (1990): matching letters within half the longer token, less transpositions, more
/// for up to four common letters at the beginning. In thousandths, rounded down, so that sums are exact.
/// </summary>
internal static class JaroWinkler
{
    /// <summary>Two tokens that are the same.</summary>
    public const int Same = 1_000;

    /// <summary>Less than that counts as nothing in common.</summary>
    public const int Least = 800;

    /// <summary>Tokens of so few letters, and those with digits, are the same or have nothing in common.</summary>
    public const int ShortToken = 3;

    /// <summary>The similarity of tokens of at most 32 letters; below <see cref="Least"/> it is 0.</summary>
    public static int Of(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        if (a.SequenceEqual(b))
            return Same;
        if (a.Length <= ShortToken || b.Length <= ShortToken || a.ContainsAnyInRange('0', '9') || b.ContainsAnyInRange('0', '9'))
            return 0;
        return OfLetters(a, b);
    }

    /// <summary>The same for two different tokens without digits, each longer than <see cref="ShortToken"/>.</summary>
    public static int OfLetters(ReadOnlySpan<char> a, ReadOnlySpan<char> b)
    {
        var window = Math.Max(Math.Max(a.Length, b.Length) / 2 - 1, 0);
        var (takenA, takenB) = (0u, 0u);
        for (var i = 0; i < a.Length; i++)
        {
            var last = Math.Min(i + window, b.Length - 1);
            for (var j = Math.Max(i - window, 0); j <= last; j++)
            {
                if (a[i] != b[j] || (takenB >> j & 1) != 0)
                    continue;
                takenA |= 1u << i;
                takenB |= 1u << j;
                break;
            }
        }
        var common = BitOperations.PopCount(takenA);
        if (common == 0)
            return 0;
        var moved = 0;
        for (; takenA != 0; takenA &= takenA - 1, takenB &= takenB - 1)
        {
            if (a[BitOperations.TrailingZeroCount(takenA)] != b[BitOperations.TrailingZeroCount(takenB)])
                moved++;
        }
        var prefix = 0;
        while (prefix < 4 && prefix < a.Length && prefix < b.Length && a[prefix] == b[prefix])
            prefix++;
        var similarity = Thousandths(a.Length, b.Length, common, moved, prefix);
        return similarity < Least ? 0 : similarity;
    }

    /// <summary>What a similarity counts: 600 of 1,000 where tokens are barely similar, all where they are the same.</summary>
    public static int FitOf(int similarity) => similarity == 0 ? 0 : 2 * similarity - Same;

    /// <summary>The formula, from counts; it grows with <paramref name="common"/> and <paramref name="prefix"/> and falls with <paramref name="moved"/>.</summary>
    /// <param name="lengthA">Letters of one token.</param>
    /// <param name="lengthB">Letters of the other.</param>
    /// <param name="common">Matching letters.</param>
    /// <param name="moved">Matching letters out of order: twice the transpositions.</param>
    /// <param name="prefix">Common letters at the beginning, at most four.</param>
    public static int Thousandths(int lengthA, int lengthB, int common, int moved, int prefix)
    {
        var jaro = ((double)common / lengthA + (double)common / lengthB + (common - moved / 2) / (double)common) / 3;
        return (int)((jaro + prefix * 0.1 * (1 - jaro)) * 1_000 + 1e-9);
    }
}
