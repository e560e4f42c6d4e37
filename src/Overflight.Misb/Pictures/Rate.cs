using System.Globalization;

namespace Overflight.Misb.Pictures;

/// <summary>A rate of pictures as a fraction, such as 30000/1001 a second.</summary>
/// <param name="Numerator">Pictures, 1 or more.</param>
/// <param name="Denominator">In so many seconds, 1 or more.</param>
public readonly record struct Rate(long Numerator, long Denominator)
{
    private const int TicksPerSecond = 90_000;

    /// <summary>Whether it is a rate that video has: from one in ten seconds to a thousand a second.</summary>
    public bool IsUsable => Numerator > 0 && Denominator > 0 && Numerator <= 1000 * (Int128)Denominator && 10 * (Int128)Numerator >= Denominator;

    /// <summary>The time of a picture, in ticks of 90 kHz from that of picture 0.</summary>
    public long TicksOf(long picture) => (long)((2 * (Int128)picture * TicksPerSecond * Denominator + Numerator) / (2 * (Int128)Numerator));

    /// <summary>Reads "30", "29.97" (taken for 30000/1001, as 23.976 and 59.94 for theirs) or "30000/1001".</summary>
    public static bool TryParse(string text, out Rate rate)
    {
        ArgumentNullException.ThrowIfNull(text);
        rate = default;
        var parts = text.Split('/');
        if (parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var numerator) && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var denominator))
            rate = new(numerator, denominator);
        else if (parts.Length == 1 && decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 1000)
        {
            var whole = Math.Ceiling(number);
            rate = number != whole && Math.Abs(number - whole * 1000 / 1001) < 0.005m ? new((long)whole * 1000, 1001) : new((long)(number * 1_000_000), 1_000_000);
        }
        return rate.IsUsable;
    }
}
