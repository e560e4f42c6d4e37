namespace Overflight.Geodesy.Karney;

/// <summary>The inverse problem in canonical form (Karney 2013, section 4).</summary>
internal static class InverseProblem
{
    /// <summary>sin σ₁₂ below which the ellipsoid is a plane to rounding: about 0.2 m.</summary>
    private const double ShortArc = 3.6e-8;

    public static void Solve(in CanonicalPair pair, out ArcSolution solution)
    {
        solution = default;
        if (pair.SinLambda12 == 0 || pair.CosBeta1 <= AuxiliarySphere.Tiny)
            Meridian(pair, ref solution);
        else if (pair.SinBeta1 == 0 && pair.LambdaBeyondPi <= -AuxiliarySphere.F * Math.PI)
            (solution.SinAlpha1, solution.SinAlpha2, solution.LengthOverB) = (1, 1, pair.Lambda12 / AuxiliarySphere.AxisRatio);
        else if (!TryShort(pair, ref solution))
            Newton(pair, ref solution);
    }

    /// <summary>λ₁₂ is 0 or π, or the first place is a pole. On an oblate ellipsoid the meridian is then always shortest.</summary>
    private static void Meridian(in CanonicalPair pair, ref ArcSolution solution)
    {
        solution.SinAlpha1 = pair.SinLambda12;
        solution.CosAlpha1 = pair.CosLambda12;
        solution.CosAlpha2 = 1;
        double s1 = pair.SinBeta1, c1 = pair.CosLambda12 * pair.CosBeta1, s2 = pair.SinBeta2, c2 = pair.CosBeta2;
        var sigma = Math.Atan2(Math.Max(0, c1 * s2 - s1 * c2), c1 * c2 + s1 * s2);
        var series = new DistanceSeries(AuxiliarySphere.Epsilon(1));
        solution.LengthOverB = series.A1 * (sigma + (series.Wave(s2, c2) - series.Wave(s1, c1)));
    }

    /// <summary>Places less than about 0.2 m apart: the great circle, scaled (eqs. 48-51).</summary>
    private static bool TryShort(in CanonicalPair pair, ref ArcSolution solution)
    {
        var sinDifference = pair.SinBeta2 * pair.CosBeta1 - pair.CosBeta2 * pair.SinBeta1;
        var cosDifference = pair.CosBeta2 * pair.CosBeta1 + pair.SinBeta2 * pair.SinBeta1;
        if (sinDifference > ShortArc || cosDifference < 0 || pair.CosBeta2 * pair.SinLambda12 > ShortArc || pair.CosLambda12 < 0)
            return false;
        var scale = InverseStart.LongitudeScale(pair);
        var (sinOmega, cosOmega) = Math.SinCos(pair.Lambda12 / (AuxiliarySphere.AxisRatio * scale));
        var (sin, cos) = InverseStart.Spherical(pair, sinDifference, sinOmega, cosOmega);
        var sinSigma = Math.Sqrt(sin * sin + cos * cos);
        if (sinSigma >= ShortArc)
            return false;
        solution.SinAlpha1 = sin / sinSigma;
        solution.CosAlpha1 = cos / sinSigma;
        sin = pair.CosBeta1 * sinOmega;
        cos = sinDifference - pair.CosBeta1 * pair.SinBeta2 * sinOmega * sinOmega / (1 + cosOmega);
        var unit = 1 / Math.Sqrt(sin * sin + cos * cos);
        solution.SinAlpha2 = sin * unit;
        solution.CosAlpha2 = cos * unit;
        solution.LengthOverB = sinSigma * scale;
        return true;
    }

    private static void Newton(in CanonicalPair pair, ref ArcSolution solution)
    {
        var (sin, cos) = InverseStart.Guess(pair);
        if (!(sin > 0))
            (sin, cos) = (1, 0);
        Normalise(ref sin, ref cos);
        var dn1 = Math.Sqrt(1 + AuxiliarySphere.Ep2 * pair.SinBeta1 * pair.SinBeta1);
        var dn2 = Math.Sqrt(1 + AuxiliarySphere.Ep2 * pair.SinBeta2 * pair.SinBeta2);
        double sinLow = AuxiliarySphere.Tiny, cosLow = 1, sinHigh = AuxiliarySphere.Tiny, cosHigh = -1;
        for (var iteration = 0; ; iteration++)
        {
            var arc = new LongitudeEquation(pair, dn1, dn2, sin, cos);
            var residual = arc.Residual;
            // What first-order closing (below) leaves is residual²/(2 m₁₂): half a nanometre here.
            var closes = residual * residual <= 1e-16 * arc.ReducedLengthOverB;
            if (closes || Math.Abs(residual) <= 4e-16 || iteration >= 80)
            {
                Close(pair, arc, sin, cos, closes, ref solution);
                return;
            }

            // λ grows with α₁, so each sign of the residual bounds the root.
            if (residual > 0 && cos * sinHigh > cosHigh * sin)
                (sinHigh, cosHigh) = (sin, cos);
            else if (residual < 0 && cos * sinLow < cosLow * sin)
                (sinLow, cosLow) = (sin, cos);
            var step = -residual / arc.Slope;
            if (iteration < 20 && arc.Slope > 0 && Math.Abs(step) < Math.PI)
            {
                var (sinStep, cosStep) = Math.SinCos(step);
                var next = sin * cosStep + cos * sinStep;
                if (next > 0)
                {
                    cos = cos * cosStep - sin * sinStep;
                    sin = next;
                    Normalise(ref sin, ref cos);
                    continue;
                }
            }
            sin = 0.5 * (sinLow + sinHigh);
            cos = 0.5 * (cosLow + cosHigh);
            Normalise(ref sin, ref cos);
        }
    }

    /// <summary>
    /// The length of the arc found, carried along the parallel of the second place to its true longitude
    /// (∂s/∂λ₂ = a cos β₂ sin α₂, ∂α₁/∂λ₂ = 1/slope): spares the last evaluation.
    /// </summary>
    private static void Close(in CanonicalPair pair, in LongitudeEquation arc, double sin, double cos, bool closes, ref ArcSolution solution)
    {
        var series = new DistanceSeries(arc.Epsilon);
        var waves = series.Wave(arc.To.SinSigma, arc.To.CosSigma) - series.Wave(arc.From.SinSigma, arc.From.CosSigma);
        solution.LengthOverB = series.A1 * (arc.Sigma12 + waves)
            - arc.Residual * pair.CosBeta2 * arc.SinAlpha2 / AuxiliarySphere.AxisRatio;
        solution.SinAlpha2 = arc.SinAlpha2;
        solution.CosAlpha2 = arc.CosAlpha2;
        if (closes)
        {
            // dα₂/dλ₂ follows from Clairaut: cos α₂ cos β₂ dα₂ = cos α₁ cos β₁ dα₁.
            var step = -arc.Residual / arc.Slope;
            var step2 = arc.CosAlpha2 == 0 ? 0 : step * cos * pair.CosBeta1 / (arc.CosAlpha2 * pair.CosBeta2);
            Turn(ref sin, ref cos, step);
            Turn(ref solution.SinAlpha2, ref solution.CosAlpha2, step2);
        }
        solution.SinAlpha1 = sin;
        solution.CosAlpha1 = cos;
    }

    private static void Turn(ref double sin, ref double cos, double step) =>
        (sin, cos) = (sin + cos * step, cos - sin * step);

    private static void Normalise(ref double sin, ref double cos)
    {
        var scale = 1 / Math.Sqrt(sin * sin + cos * cos);
        sin *= scale;
        cos *= scale;
    }
}
