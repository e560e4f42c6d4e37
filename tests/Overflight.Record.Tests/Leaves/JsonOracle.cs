using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace Overflight.Record.Tests.Leaves;

/// <summary>RFC 8785 written another way: over a document, with strings of UTF-16, and numbers by exact arithmetic.</summary>
internal static class JsonOracle
{
    public static string Canonical(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "{" + string.Join(',', element.EnumerateObject().OrderBy(p => p.Name, StringComparer.Ordinal).Select(p => Quoted(p.Name) + ":" + Canonical(p.Value))) + "}",
        JsonValueKind.Array => "[" + string.Join(',', element.EnumerateArray().Select(Canonical)) + "]",
        JsonValueKind.String => Quoted(element.GetString()!),
        JsonValueKind.Number => Number(element.GetDouble()),
        _ => element.GetRawText(),
    };

    public static string Quoted(string text)
    {
        var builder = new StringBuilder("\"");
        foreach (var c in text)
        {
            builder.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }
        return builder.Append('"').ToString();
    }

    /// <summary>ECMA-262, Number::toString, read literally: the fewest digits that are the number, of these the closest, of two the even.</summary>
    public static string Number(double value)
    {
        if (value == 0)
            return "0";
        if (value < 0)
            return "-" + Number(-value);
        var (digits, n) = Shortest(value);
        var k = digits.Length;
        if (k <= n && n <= 21)
            return digits + new string('0', n - k);
        if (n is > 0 and <= 21)
            return digits[..n] + "." + digits[n..];
        if (n is > -6 and <= 0)
            return "0." + new string('0', -n) + digits;
        var exponent = (n > 0 ? "e+" : "e-") + Math.Abs(n - 1).ToString(CultureInfo.InvariantCulture);
        return k == 1 ? digits + exponent : digits[..1] + "." + digits[1..] + exponent;
    }

    private static (string Digits, int Point) Shortest(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52 & 0x7FF);
        var mantissa = exponent == 0 ? bits & (1L << 52) - 1 : bits & (1L << 52) - 1 | 1L << 52;
        exponent = Math.Max(exponent, 1) - 1075;
        // The value is numerator / denominator.
        var numerator = exponent >= 0 ? new BigInteger(mantissa) << exponent : mantissa;
        var denominator = exponent >= 0 ? BigInteger.One : BigInteger.One << -exponent;
        // The coarser the scale of s · 10^scale, the fewer the digits.
        for (var scale = (int)Math.Floor(Math.Log10(value)) + 2; ; scale--)
        {
            var top = numerator * Power(-scale);
            var bottom = denominator * Power(scale);
            var floor = BigInteger.Divide(top, bottom);
            var candidates = new[] { floor, floor + 1 }
                .Where(s => s > 0 && double.Parse($"{s}E{scale}", CultureInfo.InvariantCulture) == value)
                .OrderBy(s => BigInteger.Abs(s * bottom - top)).ThenBy(s => !s.IsEven).ToArray();
            if (candidates.Length == 0)
                continue;
            var text = candidates[0].ToString(CultureInfo.InvariantCulture);
            return (text.TrimEnd('0'), scale + text.Length);
        }
    }

    private static BigInteger Power(int exponent) => exponent <= 0 ? BigInteger.One : BigInteger.Pow(10, exponent);
}
