namespace Overflight.Geodesy;

/// <summary>
/// The transverse Mercator projection of WGS-84 about a meridian: Krüger's series to the sixth power of the third flattening.
/// C. F. F. Karney, "Transverse Mercator with an accuracy of a few nanometers", J. Geodesy 85, 475-485 (2011), eqs. 7-36.
/// Within 10 nm up to 20° from the meridian.
/// </summary>
public sealed class TransverseMercator
{
    private const double N = Wgs84.Flattening / (2 - Wgs84.Flattening);
    private const double RectifyingRadiusMetres = Wgs84.SemiMajorAxisMetres / (1 + N) * (1 + N * N * (1.0 / 4 + N * N * (1.0 / 64 + N * N / 256)));

    private static readonly double s_eccentricity = Math.Sqrt(Wgs84.EccentricitySquared);

    // Eq. 35.
    private static readonly double[] s_forward =
    [
        N * (1.0 / 2 + N * (-2.0 / 3 + N * (5.0 / 16 + N * (41.0 / 180 + N * (-127.0 / 288 + N * 7891 / 37800))))),
        N * N * (13.0 / 48 + N * (-3.0 / 5 + N * (557.0 / 1440 + N * (281.0 / 630 - N * 1983433 / 1935360)))),
        N * N * N * (61.0 / 240 + N * (-103.0 / 140 + N * (15061.0 / 26880 + N * 167603 / 181440))),
        N * N * N * N * (49561.0 / 161280 + N * (-179.0 / 168 + N * 6601661 / 7257600)),
        N * N * N * N * N * (34729.0 / 80640 - N * 3418889 / 1995840),
        N * N * N * N * N * N * 212378941 / 319334400,
    ];

    // Eq. 36.
    private static readonly double[] s_reverse =
    [
        N * (1.0 / 2 + N * (-2.0 / 3 + N * (37.0 / 96 + N * (-1.0 / 360 + N * (-81.0 / 512 + N * 96199 / 604800))))),
        N * N * (1.0 / 48 + N * (1.0 / 15 + N * (-437.0 / 1440 + N * (46.0 / 105 - N * 1118711 / 3870720)))),
        N * N * N * (17.0 / 480 + N * (-37.0 / 840 + N * (-209.0 / 4480 + N * 5569 / 90720))),
        N * N * N * N * (4397.0 / 161280 + N * (-11.0 / 504 - N * 830251 / 7257600)),
        N * N * N * N * N * (4583.0 / 161280 - N * 108847 / 3991680),
        N * N * N * N * N * N * 20648693 / 638668800,
    ];

    /// <summary>The projection about a meridian in degrees with a scale on it, such as the 0.9996 of UTM.</summary>
    public TransverseMercator(double centralMeridianDegrees, double centralScale)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(centralScale);
        (CentralMeridianDegrees, CentralScale) = (centralMeridianDegrees, centralScale);
    }

    /// <summary>Longitude of the central meridian, degrees.</summary>
    public double CentralMeridianDegrees { get; }

    /// <summary>Scale on the central meridian.</summary>
    public double CentralScale { get; }

    /// <summary>Projects a place.</summary>
    public TransverseMercatorPoint Forward(GeoPoint place)
    {
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(place.LatitudeDegrees));
        var (sinLongitude, cosLongitude) = Math.SinCos(double.DegreesToRadians(Math.IEEERemainder(place.LongitudeDegrees - CentralMeridianDegrees, 360)));
        // At a pole the tangent must stay a number.
        var tau = sin / Math.Max(cos, 1e-20);
        var conformal = Conformal(tau);
        var beside = Math.Sqrt(conformal * conformal + cosLongitude * cosLongitude);
        var (xi, eta) = (Math.Atan2(conformal, cosLongitude), Math.Asinh(sinLongitude / beside));
        var sum = Sum(s_forward, xi, eta);
        var convergence = Math.Atan2(conformal * sinLongitude, cosLongitude * Math.Sqrt(1 + conformal * conformal)) + Math.Atan2(sum.Q, 1 + sum.P);
        var scale = Math.Sqrt(1 - Wgs84.EccentricitySquared * sin * sin) * Math.Sqrt(1 + tau * tau) / beside
            * Math.Sqrt((1 + sum.P) * (1 + sum.P) + sum.Q * sum.Q) * RectifyingRadiusMetres / Wgs84.SemiMajorAxisMetres;
        var metres = CentralScale * RectifyingRadiusMetres;
        return new TransverseMercatorPoint(
            metres * (eta + sum.Eta), metres * (xi + sum.Xi), double.RadiansToDegrees(convergence), CentralScale * scale);
    }

    /// <summary>The place at metres east of the central meridian and north of the equator.</summary>
    public GeoPoint Reverse(double eastMetres, double northMetres)
    {
        var metres = CentralScale * RectifyingRadiusMetres;
        var (xi, eta) = (northMetres / metres, eastMetres / metres);
        var sum = Sum(s_reverse, xi, eta);
        (xi, eta) = (xi - sum.Xi, eta - sum.Eta);
        var (sin, cos) = Math.SinCos(xi);
        var sinh = Math.Sinh(eta);
        var tau = Geographic(sin / Math.Max(1e-20, Math.Sqrt(sinh * sinh + cos * cos)));
        var longitude = CentralMeridianDegrees + double.RadiansToDegrees(Math.Atan2(sinh, cos));
        return new GeoPoint(double.RadiansToDegrees(Math.Atan(tau)), longitude).Normalised();
    }

    /// <summary>Tangent of the conformal latitude from that of the geographic one (eqs. 7-9).</summary>
    private static double Conformal(double tau)
    {
        var secant = Math.Sqrt(1 + tau * tau);
        var sigma = Math.Sinh(s_eccentricity * Math.Atanh(s_eccentricity * tau / secant));
        return tau * Math.Sqrt(1 + sigma * sigma) - sigma * secant;
    }

    /// <summary>The other way, by Newton (eqs. 19-21).</summary>
    private static double Geographic(double conformal)
    {
        var tau = conformal / (1 - Wgs84.EccentricitySquared);
        // Near a pole the tangents are so great that the first guess is all that rounding leaves.
        for (var i = 0; i < 5 && Math.Abs(tau) < 1e12; i++)
        {
            var at = Conformal(tau);
            var change = (conformal - at) / Math.Sqrt(1 + at * at)
                * (1 + (1 - Wgs84.EccentricitySquared) * tau * tau) / ((1 - Wgs84.EccentricitySquared) * Math.Sqrt(1 + tau * tau));
            tau += change;
            if (Math.Abs(change) <= 1e-15 * Math.Max(1, Math.Abs(tau)))
                break;
        }
        return tau;
    }

    /// <summary>The sums over sin 2jξ cosh 2jη and cos 2jξ sinh 2jη, and those of their derivatives.</summary>
    private static (double Xi, double Eta, double P, double Q) Sum(double[] coefficients, double xi, double eta)
    {
        double sumXi = 0, sumEta = 0, p = 0, q = 0;
        for (var j = coefficients.Length; j > 0; j--)
        {
            var (sin, cos) = Math.SinCos(2 * j * xi);
            // The series say nothing so far out; without a bound they would overflow.
            var wide = Math.Clamp(2 * j * eta, -300, 300);
            var (sinh, cosh) = (Math.Sinh(wide), Math.Cosh(wide));
            var c = coefficients[j - 1];
            sumXi += c * sin * cosh;
            sumEta += c * cos * sinh;
            p += 2 * j * c * cos * cosh;
            q += 2 * j * c * sin * sinh;
        }
        return (sumXi, sumEta, p, q);
    }
}
