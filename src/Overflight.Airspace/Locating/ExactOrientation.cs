using System.Runtime.CompilerServices;

namespace Overflight.Airspace.Locating;

/// <summary>
/// The sign of the area of a triangle, always right for the binary64 coordinates given: a floating-point filter,
/// then exact expansion arithmetic (J. R. Shewchuk, "Adaptive precision floating-point arithmetic and fast robust
/// geometric predicates", 1997, sections 2 and 4).
/// </summary>
internal static class ExactOrientation
{
    // Shewchuk's ccwerrboundA = (3 + 16 eps) eps with eps = 2^-53.
    private const double FilterBound = 3.3306690738754716e-16;

    // Two numbers no smaller than this have a product whose last bit is above 2^-1022.
    private const double Tiny = 1e-130;

    /// <summary>+1 where a, b, p turn left (counter-clockwise), −1 where right, 0 where they are in line exactly.</summary>
    public static int Sign(double ax, double ay, double bx, double by, double px, double py)
    {
        var left = (ax - px) * (by - py);
        var right = (ay - py) * (bx - px);
        var determinant = left - right;
        var bound = FilterBound * (Math.Abs(left) + Math.Abs(right));
        if (determinant > bound)
            return 1;
        if (determinant < -bound)
            return -1;
        return SignExactly(ax, ay, bx, by, px, py);
    }

    private static int SignExactly(double ax, double ay, double bx, double by, double px, double py)
    {
        var (axHigh, axLow) = TwoDifference(ax, px);
        var (byHigh, byLow) = TwoDifference(by, py);
        var (ayHigh, ayLow) = TwoDifference(ay, py);
        var (bxHigh, bxLow) = TwoDifference(bx, px);
        if (IsTiny(axHigh, axLow) || IsTiny(byHigh, byLow) || IsTiny(ayHigh, ayLow) || IsTiny(bxHigh, bxLow))
            return WideOrientation.Sign(ax, ay, bx, by, px, py);
        Span<double> expansion = stackalloc double[16];
        var length = 0;
        AddProduct(expansion, ref length, axHigh, byHigh);
        AddProduct(expansion, ref length, axHigh, byLow);
        AddProduct(expansion, ref length, axLow, byHigh);
        AddProduct(expansion, ref length, axLow, byLow);
        AddProduct(expansion, ref length, -ayHigh, bxHigh);
        AddProduct(expansion, ref length, -ayHigh, bxLow);
        AddProduct(expansion, ref length, -ayLow, bxHigh);
        AddProduct(expansion, ref length, -ayLow, bxLow);
        // Components do not overlap and grow in magnitude, so the last one that is not zero carries the sign.
        for (var i = length - 1; i >= 0; i--)
            if (expansion[i] != 0)
                return Math.Sign(expansion[i]);
        return 0;
    }

    /// <summary>Whether a product with a part of a difference could underflow and lose bits.</summary>
    private static bool IsTiny(double high, double low) => (high != 0 && Math.Abs(high) < Tiny) || (low != 0 && Math.Abs(low) < Tiny);

    private static void AddProduct(Span<double> expansion, ref int length, double a, double b)
    {
        var high = a * b;
        var low = Math.FusedMultiplyAdd(a, b, -high);
        Grow(expansion, ref length, low);
        Grow(expansion, ref length, high);
    }

    private static void Grow(Span<double> expansion, ref int length, double value)
    {
        var carry = value;
        for (var i = 0; i < length; i++)
        {
            var (sum, error) = TwoSum(carry, expansion[i]);
            expansion[i] = error;
            carry = sum;
        }
        expansion[length++] = carry;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (double High, double Low) TwoSum(double a, double b)
    {
        var sum = a + b;
        var bVirtual = sum - a;
        return (sum, a - (sum - bVirtual) + (b - bVirtual));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static (double High, double Low) TwoDifference(double a, double b) => TwoSum(a, -b);
}
