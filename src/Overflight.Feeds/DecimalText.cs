using System.Globalization;

namespace Overflight.Feeds;

/// <summary>Decimal text to binary, correctly rounded.</summary>
internal static class DecimalText
{
    // A mantissa below 2^53 and a power of ten up to 22 are exact, so that one division rounds once (Clinger 1990).
    private const ulong ExactMantissa = 1UL << 53;
    private static readonly double[] s_powers =
    [
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
        1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
    ];

    /// <summary>Reads a number from the start of the text; <paramref name="used"/> is how far it goes, 0 where there is none.</summary>
    public static double Read(ReadOnlySpan<byte> text, out int used)
    {
        var i = 0;
        var negative = false;
        if ((uint)i < (uint)text.Length && text[i] is (byte)'-' or (byte)'+')
            negative = text[i++] == '-';
        ulong mantissa = 0;
        var first = i;
        for (; (uint)i < (uint)text.Length; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit > 9)
                break;
            mantissa = mantissa * 10 + digit;
        }
        var digits = i - first;
        var decimals = 0;
        if ((uint)i < (uint)text.Length && text[i] == '.')
        {
            var point = ++i;
            for (; (uint)i < (uint)text.Length; i++)
            {
                var digit = (uint)(text[i] - '0');
                if (digit > 9)
                    break;
                mantissa = mantissa * 10 + digit;
            }
            decimals = i - point;
            digits += decimals;
        }
        if (digits == 0)
        {
            used = 0;
            return double.NaN;
        }
        var hasExponent = (uint)i < (uint)text.Length && (text[i] | 0x20) == 'e';
        if (hasExponent || digits > 18 || mantissa > ExactMantissa)
            return ReadSlowly(text, i, out used);
        used = i;
        var value = decimals == 0 ? mantissa : mantissa / s_powers[decimals];
        return negative ? -value : value;
    }

    /// <summary>Whether the whole text, blanks apart, is a number.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out double value)
    {
        text = text.Trim(" \t\r"u8);
        value = Read(text, out var used);
        return used > 0 && used == text.Length;
    }

    private static double ReadSlowly(ReadOnlySpan<byte> text, int end, out int used)
    {
        if (end < text.Length && (text[end] | 0x20) == 'e')
        {
            var exponent = end + 1;
            if (exponent < text.Length && text[exponent] is (byte)'-' or (byte)'+')
                exponent++;
            var digits = exponent;
            while (digits < text.Length && char.IsAsciiDigit((char)text[digits]))
                digits++;
            if (digits > exponent)
                end = digits;
        }
        used = double.TryParse(text[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? end : 0;
        return value;
    }
}
