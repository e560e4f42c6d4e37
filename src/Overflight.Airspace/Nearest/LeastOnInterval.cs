namespace Overflight.Airspace.Nearest;

/// <summary>Minimum of a function with one valley, by golden section with parabolic steps (R. P. Brent, 1973, chapter 5).</summary>
internal static class LeastOnInterval
{
    private const double Golden = 0.3819660112501051;

    /// <summary>The abscissa of the least value between two bounds, which are tried as well.</summary>
    public static double Find(Func<double, double> function, double low, double high, double tolerance)
    {
        var (startLow, startHigh) = (low, high);
        var x = low + Golden * (high - low);
        var (w, v) = (x, x);
        var fx = function(x);
        var (fw, fv) = (fx, fx);
        double step = 0, previousStep = 0;
        for (var i = 0; i < 60; i++)
        {
            var middle = 0.5 * (low + high);
            if (Math.Abs(x - middle) <= 2 * tolerance - 0.5 * (high - low))
                break;
            var useGolden = true;
            if (Math.Abs(previousStep) > tolerance)
            {
                var r = (x - w) * (fx - fv);
                var q = (x - v) * (fx - fw);
                var p = (x - v) * q - (x - w) * r;
                q = 2 * (q - r);
                p = q > 0 ? -p : p;
                q = Math.Abs(q);
                if (Math.Abs(p) < Math.Abs(0.5 * q * previousStep) && p > q * (low - x) && p < q * (high - x))
                {
                    (previousStep, step) = (step, p / q);
                    useGolden = false;
                }
            }
            if (useGolden)
            {
                previousStep = x < middle ? high - x : low - x;
                step = Golden * previousStep;
            }
            var u = Math.Abs(step) >= tolerance ? x + step : x + Math.CopySign(tolerance, step);
            u = Math.Clamp(u, low, high);
            var fu = function(u);
            if (fu <= fx)
            {
                (low, high) = u < x ? (low, x) : (x, high);
                (v, fv, w, fw, x, fx) = (w, fw, x, fx, u, fu);
            }
            else
            {
                (low, high) = u < x ? (u, high) : (low, u);
                if (fu <= fw || w == x)
                    (v, fv, w, fw) = (w, fw, u, fu);
                else if (fu <= fv || v == x || v == w)
                    (v, fv) = (u, fu);
            }
        }
        return Least(function, Least(function, x, fx, startLow), double.NaN, startHigh);
    }

    private static double Least(Func<double, double> function, double x, double fx, double end) =>
        function(end) < (double.IsNaN(fx) ? function(x) : fx) ? end : x;
}
