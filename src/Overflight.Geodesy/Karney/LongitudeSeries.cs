using System.Runtime.CompilerServices;

namespace Overflight.Geodesy.Karney;

/// <summary>
/// I₃(σ) = A₃ (σ + Σ C₃ₗ sin 2lσ), with λ = ω − f sin α₀ I₃(σ) (Karney 2013, eqs. 8, 23-25). The coefficients of the
/// powers of ε hold WGS-84's flattening exactly; <c>eng/derive-geodesic-series.py</c> derives them.
/// The wave l = 5 is below 10⁻¹⁸ of longitude and is left out.
/// </summary>
internal readonly struct LongitudeSeries
{
    public readonly double A3;
    private readonly double _c1, _c2, _c3, _c4;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LongitudeSeries(double epsilon)
    {
        A3 = Mean(epsilon);
        var e2 = epsilon * epsilon;
        _c1 = epsilon * (0.24958019490340407 + epsilon * (0.12499964752736174 + epsilon * (0.046953669026607429
            + epsilon * (0.039088781803197293 + epsilon * 0.023473593541030602))));
        _c2 = e2 * (0.062342661206936092 + epsilon * (0.046822392333655973 + epsilon * (0.023450519665579170
            + epsilon * 0.019537787295527972)));
        _c3 = e2 * epsilon * (0.025963026618192932 + epsilon * (0.023393726366604199 + epsilon * 0.013667431360011523));
        _c4 = e2 * e2 * (0.013626013859048917 + epsilon * 0.013639068172056255);
    }

    /// <summary>A₃ alone.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Mean(double epsilon) =>
        1 + epsilon * (-0.49916038980680815 + epsilon * (-0.25020884513038320 + epsilon * (-0.062815028579067973
            + epsilon * (-0.046927916410660426 - epsilon * 0.023503150267774888))));

    /// <summary>Σ C₃ₗ sin 2lσ.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Wave(double sinSigma, double cosSigma)
    {
        var x = 2 * (cosSigma - sinSigma) * (cosSigma + sinSigma);
        var b3 = _c3 + x * _c4;
        var b2 = _c2 + x * b3 - _c4;
        var b1 = _c1 + x * b2 - b3;
        return 2 * sinSigma * cosSigma * b1;
    }
}
