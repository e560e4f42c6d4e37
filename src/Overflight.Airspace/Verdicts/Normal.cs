namespace Overflight.Airspace.Verdicts;

/// <summary>The standard normal distribution.</summary>
internal static class Normal
{
    /// <summary>Probability of a value of at most x; absolute error below 1e-7 (series near zero, continued fraction beyond).</summary>
    public static double Cumulative(double x)
    {
        var z = Math.Abs(x);
        if (z > 38)
            return x > 0 ? 1 : 0;
        var density = Math.Exp(-0.5 * z * z) / Math.Sqrt(2 * Math.PI);
        double tail;
        if (z < 3)
        {
            // Abramowitz and Stegun 26.2.11: x + x^3/3 + x^5/15 + ...
            double term = z, sum = z;
            for (var k = 1; k < 200 && term > 1e-17 * sum; k++)
                sum += term *= z * z / (2 * k + 1);
            tail = 0.5 - density * sum;
        }
        else
        {
            // Abramowitz and Stegun 26.2.14, from the end.
            double fraction = 0;
            for (var k = 60; k > 0; k--)
                fraction = k / (z + fraction);
            tail = density / (z + fraction);
        }
        return x > 0 ? 1 - tail : tail;
    }
}
