namespace Overflight.Geodesy.Karney;

/// <summary>
/// I₄(σ) = Σ C₄ₗ cos (2l + 1)σ: the ellipsoid's share of the area between a geodesic and the equator
/// (Karney 2013, eqs. 60-63), coefficients from <c>eng/derive-geodesic-series.py</c>.
/// </summary>
internal readonly struct AreaSeries
{
    private readonly double _c0, _c1, _c2, _c3, _c4, _c5;

    public AreaSeries(double epsilon)
    {
        var e = epsilon;
        _c0 = 0.66621908946426040 + e * (-0.19923321555984238 + e * (-0.019217322232154869 + e * (0.034742280581726407
            + e * (0.0035034823555959995 + e * 0.0064429858801224977))));
        _c1 = e * (0.022137023951093597 + e * (-0.018934136912401119 + e * (-0.0095107657472992639
            + e * (0.0034267008378276350 + e * 0.00011234309755891900))));
        var d = e * e;
        _c2 = d * (0.0075849821777505976 + e * (-0.0050422516205522492 + e * (-0.0041419856145154252 + e * 0.00073356168310325901)));
        d *= e;
        _c3 = d * (0.0036104265644443510 + e * (-0.0019626682199957578 - e * 0.0021470316457462165));
        d *= e;
        _c4 = d * (0.0020416863413781858 - e * 0.00093874974185276412);
        _c5 = d * e * 0.0012847120983132583;
    }

    /// <summary>I₄, by Clenshaw's recurrence for odd cosines.</summary>
    public double At(double sinSigma, double cosSigma)
    {
        var x = 2 * (cosSigma - sinSigma) * (cosSigma + sinSigma);
        var b4 = _c4 + x * _c5;
        var b3 = _c3 + x * b4 - _c5;
        var b2 = _c2 + x * b3 - b4;
        var b1 = _c1 + x * b2 - b3;
        var b0 = _c0 + x * b1 - b2;
        return cosSigma * (b0 - b1);
    }
}
