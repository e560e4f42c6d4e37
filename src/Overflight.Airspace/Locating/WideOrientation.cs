using System.Numerics;

namespace Overflight.Airspace.Locating;

/// <summary>The sign that <see cref="ExactOrientation"/> gives, for coordinates so near zero that products would underflow.</summary>
internal static class WideOrientation
{
    public static int Sign(double ax, double ay, double bx, double by, double px, double py)
    {
        var (x, y) = (Whole(px), Whole(py));
        return ((Whole(ax) - x) * (Whole(by) - y) - (Whole(ay) - y) * (Whole(bx) - x)).Sign;
    }

    /// <summary>A binary64 as a whole number of 2^-1074.</summary>
    private static BigInteger Whole(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52 & 0x7FF);
        var fraction = bits & 0xF_FFFF_FFFF_FFFF;
        var whole = exponent == 0 ? new BigInteger(fraction) : new BigInteger(fraction | 1L << 52) << (exponent - 1);
        return bits < 0 ? -whole : whole;
    }
}
