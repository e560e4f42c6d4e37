namespace Overflight.Geodesy.Karney;

/// <summary>First guesses of α₁ for the inverse problem (Karney 2013, sections 4 and 5).</summary>
internal static class InverseStart
{
    /// <summary>Sine and cosine of α₁, not normalised; good to about 10⁻⁵ except near the antipode.</summary>
    public static (double Sin, double Cos) Guess(in CanonicalPair pair)
    {
        double sinBeta1 = pair.SinBeta1, cosBeta1 = pair.CosBeta1, sinBeta2 = pair.SinBeta2, cosBeta2 = pair.CosBeta2;
        var sinDifference = sinBeta2 * cosBeta1 - cosBeta2 * sinBeta1;
        var cosDifference = cosBeta2 * cosBeta1 + sinBeta2 * sinBeta1;
        double sinOmega = pair.SinLambda12, cosOmega = pair.CosLambda12;
        if (cosDifference >= 0 && sinDifference < 0.5 && cosBeta2 * pair.Lambda12 < 0.5)
        {
            (sinOmega, cosOmega) = Math.SinCos(pair.Lambda12 / (AuxiliarySphere.AxisRatio * LongitudeScale(pair)));
            return Spherical(pair, sinDifference, sinOmega, cosOmega);
        }

        var (sin, cos) = Spherical(pair, sinDifference, sinOmega, cosOmega);
        var sinSigma = Math.Sqrt(sin * sin + cos * cos);
        var cosSigma = sinBeta1 * sinBeta2 + cosBeta1 * cosBeta2 * cosOmega;
        if (cosSigma < 0 && sinSigma < 6 * AuxiliarySphere.N * Math.PI * cosBeta1 * cosBeta1)
            return NearAntipode(pair);

        // One pass of eq. 8 with the spherical arc and A₃ ≈ 1 − ε/2: brings the guess from O(f) to O(f²).
        var sinAlpha0 = sin / sinSigma * cosBeta1;
        var epsilon = AuxiliarySphere.Epsilon(1 - sinAlpha0 * sinAlpha0);
        var shift = AuxiliarySphere.F * sinAlpha0 * (1 - 0.5 * epsilon) * Math.Atan2(sinSigma, cosSigma);
        var (sinShift, cosShift) = Small(shift);
        return Spherical(pair, sinDifference, sinOmega * cosShift + cosOmega * sinShift, cosOmega * cosShift - sinOmega * sinShift);
    }

    /// <summary>√(1 + e′² sin² β) at the mean latitude: eq. 48's w̄ over 1 − f.</summary>
    public static double LongitudeScale(in CanonicalPair pair)
    {
        var s = pair.SinBeta1 + pair.SinBeta2;
        var c = pair.CosBeta1 + pair.CosBeta2;
        s *= s;
        return Math.Sqrt(1 + AuxiliarySphere.Ep2 * (s / (s + c * c)));
    }

    /// <summary>α₁ of the great circle on the auxiliary sphere (eq. 49), in a form that keeps nearly parallel places.</summary>
    public static (double Sin, double Cos) Spherical(in CanonicalPair pair, double sinDifference, double sinOmega, double cosOmega) =>
        (pair.CosBeta2 * sinOmega,
         cosOmega >= 0
            ? sinDifference + pair.CosBeta2 * pair.SinBeta1 * sinOmega * sinOmega / (1 + cosOmega)
            : pair.SinBeta2 * pair.CosBeta1 + pair.CosBeta2 * pair.SinBeta1 - pair.CosBeta2 * pair.SinBeta1 * sinOmega * sinOmega / (1 - cosOmega));

    private static (double Sin, double Cos) Small(double angle)
    {
        var square = angle * angle;
        return (angle * (1 - square / 6), 1 - square / 2);
    }

    /// <summary>Eqs. 52-59: the plane about the antipode of the first place, scaled so that the geodesics' envelope is an astroid.</summary>
    private static (double Sin, double Cos) NearAntipode(in CanonicalPair pair)
    {
        var k2 = pair.SinBeta1 * pair.SinBeta1 * AuxiliarySphere.Ep2;
        var epsilon = k2 / (2 * (1 + Math.Sqrt(1 + k2)) + k2);
        var longitudeScale = AuxiliarySphere.F * pair.CosBeta1 * LongitudeSeries.Mean(epsilon) * Math.PI;
        var latitudeScale = longitudeScale * pair.CosBeta1;
        var x = pair.LambdaBeyondPi / longitudeScale;
        var sinSum = pair.SinBeta2 * pair.CosBeta1 + pair.CosBeta2 * pair.SinBeta1;
        var y = sinSum / latitudeScale;
        if (y > -5e-14 && x > -1 - 1.5e-5)
        {
            // Eq. 57: on the cut, where μ = 0.
            var s = Math.Min(1, -x);
            return (s, -Math.Sqrt(1 - s * s));
        }
        // Eqs. 56, 58: μ gives the great circle whose ω₁₂ stands in for λ₁₂.
        var mu = EvoluteRoot.Solve(x, y);
        var beyond = longitudeScale * (-x * mu / (1 + mu));
        var (sinOmega, cosOmega) = Math.SinCos(beyond);
        return (pair.CosBeta2 * sinOmega, sinSum - pair.CosBeta2 * pair.SinBeta1 * sinOmega * sinOmega / (1 + cosOmega));
    }
}
