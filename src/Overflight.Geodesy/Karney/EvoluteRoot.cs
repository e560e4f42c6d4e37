namespace Overflight.Geodesy.Karney;

/// <summary>
/// The greatest root μ of x²/(1 + μ)² + y²/μ² = 1: Karney's astroid equation (2013, eq. 55) and, rescaled, the
/// equation of the normal to an ellipse through a point. Both are about the astroid that is the ellipse's evolute.
/// </summary>
internal static class EvoluteRoot
{
    /// <summary>μ ≥ 0, to rounding; 0 where y = 0 and |x| ≤ 1.</summary>
    public static double Solve(double x, double y)
    {
        x = Math.Abs(x);
        y = Math.Abs(y);
        if (y == 0)
            return Math.Max(0, x - 1);
        // The left side falls and is convex for μ > 0, so Newton from any lower bound climbs to the root and cannot pass it.
        var mu = Math.Max(y, Math.Sqrt(x * x + y * y) - 1);
        for (var iteration = 0; iteration < 100; iteration++)
        {
            var p = x / (1 + mu);
            var q = y / mu;
            var excess = p * p + q * q - 1;
            var step = excess / (2 * (p * p / (1 + mu) + q * q / mu));
            mu += step;
            if (!(step > mu * 1e-15))
                break;
        }
        return mu;
    }
}
