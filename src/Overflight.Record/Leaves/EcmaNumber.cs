using System.Globalization;

namespace Overflight.Record.Leaves;

/// <summary>Doubles as ECMAScript writes them (ECMA-262, Number::toString; RFC 8785, section 3.2.2.3).</summary>
internal static class EcmaNumber
{
    /// <summary>The most bytes that a number takes.</summary>
    public const int MaximumLength = 32;

    private const int MostDigits = 17;

    /// <summary>Writes a finite number; returns the number of bytes.</summary>
    public static int Write(double value, Span<byte> destination)
    {
        if (value == 0)
        {
            destination[0] = (byte)'0';
            return 1;
        }
        var length = 0;
        if (value < 0)
            destination[length++] = (byte)'-';
        Span<byte> digits = stackalloc byte[MostDigits];
        var count = Shortest(Math.Abs(value), digits, out var point);
        return length + Layout(digits[..count], point, destination[length..]);
    }

    /// <summary>The fewest digits that read back as the value; it is 0.digits · 10^point.</summary>
    private static int Shortest(double value, Span<byte> digits, out int point)
    {
        // The runtime writes the shortest digits, in a layout of its own: "123.45", "0.00012", "1.5E-07".
        Span<byte> text = stackalloc byte[MaximumLength];
        value.TryFormat(text, out var length, default, CultureInfo.InvariantCulture);
        // At 2^-25 and 2^-958 the runtime (.NET 10) writes 16 digits that read back as the double below; only 17 are the number.
        if (double.Parse(text[..length], CultureInfo.InvariantCulture) != value)
            value.TryFormat(text, out length, "E16", CultureInfo.InvariantCulture);
        text = text[..length];
        var exponent = 0;
        if (text.IndexOf((byte)'E') is var e and >= 0)
        {
            exponent = int.Parse(text[(e + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            text = text[..e];
        }
        var whole = text.IndexOf((byte)'.');
        point = exponent + (whole < 0 ? text.Length : whole);
        var count = 0;
        var zeros = 0;
        foreach (var digit in text)
        {
            if (digit == (byte)'.')
                continue;
            if (digit == (byte)'0')
            {
                if (count == 0)
                    point--;
                else
                    zeros++;
                continue;
            }
            for (; zeros > 0; zeros--)
                digits[count++] = (byte)'0';
            digits[count++] = digit;
        }
        return count;
    }

    private static int Layout(ReadOnlySpan<byte> digits, int point, Span<byte> destination)
    {
        if (digits.Length <= point && point <= 21)
        {
            digits.CopyTo(destination);
            destination[digits.Length..point].Fill((byte)'0');
            return point;
        }
        if (point is > 0 and <= 21)
        {
            digits[..point].CopyTo(destination);
            destination[point] = (byte)'.';
            digits[point..].CopyTo(destination[(point + 1)..]);
            return digits.Length + 1;
        }
        if (point is > -6 and <= 0)
        {
            "0."u8.CopyTo(destination);
            destination.Slice(2, -point).Fill((byte)'0');
            digits.CopyTo(destination[(2 - point)..]);
            return 2 - point + digits.Length;
        }
        var length = 0;
        destination[length++] = digits[0];
        if (digits.Length > 1)
        {
            destination[length++] = (byte)'.';
            digits[1..].CopyTo(destination[length..]);
            length += digits.Length - 1;
        }
        destination[length++] = (byte)'e';
        destination[length++] = (byte)(point > 0 ? '+' : '-');
        Math.Abs(point - 1).TryFormat(destination[length..], out var written, default, CultureInfo.InvariantCulture);
        return length + written;
    }
}
