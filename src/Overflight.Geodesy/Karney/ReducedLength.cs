using System.Runtime.CompilerServices;

namespace Overflight.Geodesy.Karney;

/// <summary>
/// m₁₂/b, the reduced length (Karney 2013, eqs. 38-40), with J = I₁ − I₂ cut after ε²: it only steers Newton's
/// method, where a relative error of 10⁻⁸ costs nothing.
/// </summary>
internal static class ReducedLength
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double OverB(double epsilon, double sigma12, in ArcEnd from, in ArcEnd to)
    {
        var mean = epsilon * (2 + epsilon * (1 + 1.5 * epsilon));
        var first = -epsilon;
        var second = -0.25 * epsilon * epsilon;
        var j = mean * sigma12 + Wave(first, second, to) - Wave(first, second, from);
        return to.Dn * (from.CosSigma * to.SinSigma) - from.Dn * (from.SinSigma * to.CosSigma) - from.CosSigma * to.CosSigma * j;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Wave(double first, double second, in ArcEnd end)
    {
        var x = 2 * (end.CosSigma - end.SinSigma) * (end.CosSigma + end.SinSigma);
        return 2 * end.SinSigma * end.CosSigma * (first + x * second);
    }
}
