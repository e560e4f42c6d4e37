namespace Overflight.Geodesy.Karney;

/// <summary>The area between one geodesic and the equator (Karney 2013, section 6).</summary>
internal static class EdgeArea
{
    /// <summary>c², the square of the authalic radius (eq. 58), in square metres.</summary>
    public static readonly double AuthalicSquared = 0.5 * (
        Wgs84.SemiMajorAxisMetres * Wgs84.SemiMajorAxisMetres
        + Wgs84.SemiMinorAxisMetres * Wgs84.SemiMinorAxisMetres * Math.Atanh(Math.Sqrt(Wgs84.EccentricitySquared)) / Math.Sqrt(Wgs84.EccentricitySquared));

    /// <summary>Signed square metres: positive for travel eastward north of the equator; and the edge's length in metres.</summary>
    public static (double SquareMetres, double LengthMetres) Of(GeoPoint from, GeoPoint to)
    {
        var pair = new CanonicalPair(from, to);
        InverseProblem.Solve(pair, out var arc);
        var sign = (pair.Swapped ? -1 : 1) * pair.LongitudeSign * pair.LatitudeSign;
        return (sign * Canonical(pair, arc), Wgs84.SemiMinorAxisMetres * arc.LengthOverB);
    }

    private static double Canonical(in CanonicalPair pair, in ArcSolution arc)
    {
        if (pair.SinBeta1 == 0 && arc.CosAlpha1 == 0)
            return 0;
        var sinAlpha0 = arc.SinAlpha1 * pair.CosBeta1;
        var along = arc.SinAlpha1 * pair.SinBeta1;
        var cosAlpha0Squared = arc.CosAlpha1 * arc.CosAlpha1 + along * along;
        if (sinAlpha0 == 0 || cosAlpha0Squared == 0)
            return AuthalicSquared * Turn(arc);

        double s1 = pair.SinBeta1, c1 = arc.CosAlpha1 * pair.CosBeta1, s2 = pair.SinBeta2, c2 = arc.CosAlpha2 * pair.CosBeta2;
        var scale = 1 / Math.Sqrt(s1 * s1 + c1 * c1);
        (s1, c1) = (s1 * scale, c1 * scale);
        scale = 1 / Math.Sqrt(s2 * s2 + c2 * c2);
        (s2, c2) = (s2 * scale, c2 * scale);
        var epsilon = AuxiliarySphere.Epsilon(cosAlpha0Squared);
        var area = new AreaSeries(epsilon);
        var share = Wgs84.SemiMajorAxisMetres * Wgs84.SemiMajorAxisMetres * Wgs84.EccentricitySquared
            * Math.Sqrt(cosAlpha0Squared) * sinAlpha0 * (area.At(s2, c2) - area.At(s1, c1));

        // ω₁₂ from λ₁₂ by eq. 8; the correction is small, so a short edge keeps its digits.
        var sigma = Math.Atan2(Math.Max(0, c1 * s2 - s1 * c2), c1 * c2 + s1 * s2);
        var longitude = new LongitudeSeries(epsilon);
        var omega = pair.Lambda12
            + AuxiliarySphere.F * sinAlpha0 * longitude.A3 * (sigma + longitude.Wave(s2, c2) - longitude.Wave(s1, c1));
        return AuthalicSquared * Excess(pair, arc, omega) + share;
    }

    /// <summary>α₂ − α₁: by the half-angle formula (eq. 64) unless the edge is too long for it.</summary>
    private static double Excess(in CanonicalPair pair, in ArcSolution arc, double omega)
    {
        var (sin, cos) = Math.SinCos(omega);
        if (!(cos > -0.7071) || pair.SinBeta2 - pair.SinBeta1 >= 1.75)
            return Turn(arc);
        double m1 = 1 + pair.CosBeta1, m2 = 1 + pair.CosBeta2;
        return 2 * Math.Atan2(
            sin * (pair.SinBeta1 * m2 + pair.SinBeta2 * m1),
            (1 + cos) * (pair.SinBeta1 * pair.SinBeta2 + m1 * m2));
    }

    private static double Turn(in ArcSolution arc)
    {
        var sin = arc.SinAlpha2 * arc.CosAlpha1 - arc.CosAlpha2 * arc.SinAlpha1;
        var cos = arc.CosAlpha2 * arc.CosAlpha1 + arc.SinAlpha2 * arc.SinAlpha1;
        // Over the pole the azimuth turns by half a circle; which way is that of a path just beside it.
        return sin == 0 && cos < 0 ? -Math.PI : Math.Atan2(sin, cos);
    }
}
