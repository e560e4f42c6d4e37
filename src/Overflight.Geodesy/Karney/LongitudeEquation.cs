using System.Runtime.CompilerServices;

namespace Overflight.Geodesy.Karney;

/// <summary>
/// The hybrid problem (Karney 2013, section 4): from latitude φ₁ at azimuth α₁ to latitude φ₂; how far its longitude
/// is from λ₁₂, and the slope of that in α₁.
/// </summary>
internal ref struct LongitudeEquation
{
    public double SinAlpha2, CosAlpha2, Sigma12, Epsilon, Residual, Slope, ReducedLengthOverB;
    public ArcEnd From, To;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LongitudeEquation(in CanonicalPair pair, double dn1, double dn2, double sinAlpha1, double cosAlpha1)
    {
        double sinBeta1 = pair.SinBeta1, cosBeta1 = pair.CosBeta1, sinBeta2 = pair.SinBeta2, cosBeta2 = pair.CosBeta2;
        if (sinBeta1 == 0 && cosAlpha1 == 0)
            cosAlpha1 = -AuxiliarySphere.Tiny;

        // Clairaut, eq. 5, and α₂ of eqs. 45, 46 in the form that does not cancel.
        var sinAlpha0 = sinAlpha1 * cosBeta1;
        var cosAlpha0Squared = cosAlpha1 * cosAlpha1 + sinAlpha1 * sinBeta1 * (sinAlpha1 * sinBeta1);
        var c1 = cosAlpha1 * cosBeta1;
        if (cosBeta2 != cosBeta1 || Math.Abs(sinBeta2) != -sinBeta1)
        {
            SinAlpha2 = sinAlpha0 / cosBeta2;
            var rise = cosBeta1 < -sinBeta1
                ? (cosBeta2 - cosBeta1) * (cosBeta1 + cosBeta2)
                : (sinBeta1 - sinBeta2) * (sinBeta1 + sinBeta2);
            CosAlpha2 = Math.Sqrt(Math.Max(0, c1 * c1 + rise)) / cosBeta2;
        }
        else
        {
            SinAlpha2 = sinAlpha1;
            CosAlpha2 = Math.Abs(cosAlpha1);
        }

        // σ and ω from the node, eqs. 11, 12.
        var c2 = CosAlpha2 * cosBeta2;
        var scale1 = 1 / Math.Sqrt(sinBeta1 * sinBeta1 + c1 * c1);
        var scale2 = 1 / Math.Sqrt(sinBeta2 * sinBeta2 + c2 * c2);
        From = new ArcEnd(sinBeta1 * scale1, c1 * scale1, dn1);
        To = new ArcEnd(sinBeta2 * scale2, c2 * scale2, dn2);
        Sigma12 = Math.Atan2(
            Math.Max(0, From.CosSigma * To.SinSigma - From.SinSigma * To.CosSigma),
            From.CosSigma * To.CosSigma + From.SinSigma * To.SinSigma);
        double s1 = sinAlpha0 * sinBeta1, s2 = sinAlpha0 * sinBeta2;
        var sinOmega = Math.Max(0, c1 * s2 - s1 * c2);
        var cosOmega = c1 * c2 + s1 * s2;
        var turn = Math.Atan2(
            sinOmega * pair.CosLambda12 - cosOmega * pair.SinLambda12,
            cosOmega * pair.CosLambda12 + sinOmega * pair.SinLambda12);

        // Eq. 8: λ = ω − f sin α₀ I₃.
        Epsilon = AuxiliarySphere.Epsilon(cosAlpha0Squared);
        var series = new LongitudeSeries(Epsilon);
        var waves = series.Wave(To.SinSigma, To.CosSigma) - series.Wave(From.SinSigma, From.CosSigma);
        Residual = turn - AuxiliarySphere.F * series.A3 * sinAlpha0 * (Sigma12 + waves);

        // Eq. 46; the limit where the arc ends on its vertex.
        ReducedLengthOverB = ReducedLength.OverB(Epsilon, Sigma12, From, To);
        Slope = CosAlpha2 == 0
            ? -2 * AuxiliarySphere.AxisRatio * dn1 / sinBeta1
            : ReducedLengthOverB * AuxiliarySphere.AxisRatio / c2;
    }
}
