namespace Overflight.Geodesy.Karney;

/// <summary>
/// Two places brought to φ₁ ≤ 0, φ₁ ≤ φ₂ ≤ −φ₁, 0 ≤ λ₁₂ ≤ π (Karney 2013, eq. 44), and what was done to bring them there.
/// </summary>
internal readonly ref struct CanonicalPair
{
    public readonly double SinBeta1, CosBeta1, SinBeta2, CosBeta2;
    public readonly double Lambda12, SinLambda12, CosLambda12;

    /// <summary>λ₁₂ − π, without cancellation.</summary>
    public readonly double LambdaBeyondPi;

    public readonly bool Swapped;
    public readonly int LatitudeSign, LongitudeSign;

    public CanonicalPair(GeoPoint from, GeoPoint to)
    {
        // Knuth's two-sum: the difference of two longitudes and what its rounding lost (up to 3 nm at ±180°).
        var raw = to.LongitudeDegrees - from.LongitudeDegrees;
        var back = raw - to.LongitudeDegrees;
        var lost = to.LongitudeDegrees - (raw - back) - (from.LongitudeDegrees + back);
        if (Math.Abs(raw) < AuxiliarySphere.LeastDegrees)
            (raw, lost) = (0, 0);
        var difference = Math.Abs(raw) <= 180 ? raw : Math.IEEERemainder(raw, 360);
        LongitudeSign = difference < 0 || (difference == 0 && lost < 0) ? -1 : 1;
        difference *= LongitudeSign;
        lost *= LongitudeSign;

        Lambda12 = double.DegreesToRadians(difference) + double.DegreesToRadians(lost);
        LambdaBeyondPi = -double.DegreesToRadians(Math.Max(0, 180 - difference - lost));
        if (difference <= 90)
        {
            (SinLambda12, CosLambda12) = Math.SinCos(Lambda12);
        }
        else
        {
            (SinLambda12, CosLambda12) = Math.SinCos(-LambdaBeyondPi);
            CosLambda12 = -CosLambda12;
        }

        var latitude1 = from.LatitudeDegrees;
        var latitude2 = to.LatitudeDegrees;
        Swapped = Math.Abs(latitude1) < Math.Abs(latitude2);
        if (Swapped)
        {
            LongitudeSign = -LongitudeSign;
            (latitude1, latitude2) = (latitude2, latitude1);
        }
        LatitudeSign = latitude1 < 0 ? 1 : -1;
        (SinBeta1, CosBeta1) = AuxiliarySphere.ReducedLatitude(latitude1 * LatitudeSign);
        (SinBeta2, CosBeta2) = AuxiliarySphere.ReducedLatitude(latitude2 * LatitudeSign);

        // Clairaut's relation loses α₂ if rounding parts two latitudes that are equal or opposite.
        if (Math.Abs(latitude1) == Math.Abs(latitude2))
            CosBeta2 = CosBeta1;
    }
}
