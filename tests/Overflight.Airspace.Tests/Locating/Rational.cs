using System.Numerics;

namespace Overflight.Airspace.Tests.Locating;

/// <summary>Every binary64 as a whole number of 2^-1074, so that side tests are done without any rounding.</summary>
internal static class Rational
{
    public static BigInteger Of(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> 52 & 0x7FF);
        var mantissa = bits & 0xF_FFFF_FFFF_FFFF;
        if (exponent > 0)
            mantissa |= 1L << 52;
        var whole = new BigInteger(mantissa) << Math.Max(0, exponent - 1);
        return bits < 0 ? -whole : whole;
    }

    /// <summary>+1 where a, b, p turn left.</summary>
    public static int Side((double X, double Y) a, (double X, double Y) b, (double X, double Y) p)
    {
        BigInteger ax = Of(a.X), ay = Of(a.Y), bx = Of(b.X), by = Of(b.Y), px = Of(p.X), py = Of(p.Y);
        return ((bx - ax) * (py - ay) - (by - ay) * (px - ax)).Sign;
    }
}
