namespace Overflight.Geodesy.Karney;

/// <summary>σ = τ + Σ C′₁ₗ sin 2lτ with τ = s/(b A₁): <see cref="DistanceSeries"/> reversed (Karney 2013, eqs. 20, 21).</summary>
internal readonly struct ReversedDistanceSeries
{
    private readonly double _c1, _c2, _c3, _c4, _c5, _c6;

    public ReversedDistanceSeries(double epsilon)
    {
        var e2 = epsilon * epsilon;
        _c1 = epsilon * (1.0 / 2 + e2 * (-9.0 / 32 + e2 * (205.0 / 1536)));
        _c2 = e2 * (5.0 / 16 + e2 * (-37.0 / 96 + e2 * (1335.0 / 4096)));
        var d = e2 * epsilon;
        _c3 = d * (29.0 / 96 - e2 * (75.0 / 128));
        d *= epsilon;
        _c4 = d * (539.0 / 1536 - e2 * (2391.0 / 2560));
        d *= epsilon;
        _c5 = d * (3467.0 / 7680);
        _c6 = d * epsilon * (38081.0 / 61440);
    }

    /// <summary>Σ C′₁ₗ sin 2lτ.</summary>
    public double Wave(double sinTau, double cosTau)
    {
        var x = 2 * (cosTau - sinTau) * (cosTau + sinTau);
        var b5 = _c5 + x * _c6;
        var b4 = _c4 + x * b5 - _c6;
        var b3 = _c3 + x * b4 - b5;
        var b2 = _c2 + x * b3 - b4;
        var b1 = _c1 + x * b2 - b3;
        return 2 * sinTau * cosTau * b1;
    }
}
