using System.Runtime.CompilerServices;

namespace Overflight.Geodesy.Karney;

/// <summary>
/// I₁(σ) = A₁ (σ + Σ C₁ₗ sin 2lσ): distance over b along a geodesic from the equator (Karney 2013, eqs. 15, 17, 18).
/// On WGS-84 ε ≤ 0.00168, so the wave l = 6 is below 10⁻¹² m and is left out.
/// </summary>
internal readonly struct DistanceSeries
{
    public readonly double A1;
    private readonly double _c1, _c2, _c3, _c4, _c5;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public DistanceSeries(double epsilon)
    {
        var e2 = epsilon * epsilon;
        A1 = (1 + e2 * (1.0 / 4 + e2 * (1.0 / 64 + e2 / 256))) / (1 - epsilon);
        _c1 = epsilon * (-1.0 / 2 + e2 * (3.0 / 16 - e2 / 32));
        _c2 = e2 * (-1.0 / 16 + e2 * (1.0 / 32 - e2 * (9.0 / 2048)));
        var d = e2 * epsilon;
        _c3 = d * (-1.0 / 48 + e2 * (3.0 / 256));
        d *= epsilon;
        _c4 = d * (-5.0 / 512 + e2 * (3.0 / 512));
        _c5 = d * epsilon * (-7.0 / 1280);
    }

    /// <summary>Σ C₁ₗ sin 2lσ by Clenshaw's recurrence.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double Wave(double sinSigma, double cosSigma)
    {
        var x = 2 * (cosSigma - sinSigma) * (cosSigma + sinSigma);
        var b5 = _c5;
        var b4 = _c4 + x * b5;
        var b3 = _c3 + x * b4 - b5;
        var b2 = _c2 + x * b3 - b4;
        var b1 = _c1 + x * b2 - b3;
        return 2 * sinSigma * cosSigma * b1;
    }
}
