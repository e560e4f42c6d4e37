namespace Overflight.Geodesy;

/// <summary>Where geodesic segments on WGS-84 meet, and where they come nearest to a point.</summary>
public static class GeodesicIntersection
{
    /// <summary>Metres by which a meeting may lie beyond a segment's end and still count.</summary>
    private const double EndTolerance = 1e-6;

    /// <summary>Metres by which the distance between two near places may be off.</summary>
    private const double GapRounding = 1e-7;

    /// <summary>
    /// Where the shortest paths ab and cd meet, ends included to 1 µm; to about 20 nm over the sine of the angle between them.
    /// False where they do not meet, or lie on one geodesic.
    /// </summary>
    public static bool TryIntersect(GeoPoint a, GeoPoint b, GeoPoint c, GeoPoint d, out GeoPoint place)
    {
        var first = GeodesicLine.Between(a, b);
        var second = GeodesicLine.Between(c, d);
        var (p, q, r, s) = (UnitVector.From(a), UnitVector.From(b), UnitVector.From(c), UnitVector.From(d));
        place = default;
        var line = GreatCircle.Normal(p, q).Cross(GreatCircle.Normal(r, s));
        var length = line.Length;
        if (!(length > 0))
            return false;
        line = (1 / length) * line;
        var middle = p + q + r + s;
        if (line.Dot(middle) < 0)
            line = -1 * line;
        return TryFrom(line.ToGeoPoint(), first, second, out place)
            // The two great circles also meet at the antipode, which only long segments can reach.
            || (Math.Max(first.DistanceMetres, second.DistanceMetres) > 5e6 && TryFrom((-1 * line).ToGeoPoint(), first, second, out place));
    }

    /// <summary>
    /// The place of the shortest path ab nearest to p: Newton on the spherical right triangle of the last step
    /// (Karney 2013, section 8, with the sphere in place of the gnomonic plane), ends included.
    /// </summary>
    public static GeodesicProjection ClosestPoint(GeoPoint p, GeoPoint a, GeoPoint b)
    {
        var line = GeodesicLine.Between(a, b);
        var start = new GeodesicProjection(a, Geodesic.DistanceMetres(p, a), 0);
        var end = new GeodesicProjection(b, Geodesic.DistanceMetres(p, b), line.DistanceMetres);
        var nearest = end.DistanceMetres < start.DistanceMetres ? end : start;
        // The foot is where the step vanishes, not where the distance is least: the distance is flat about it, to millimetres.
        var foot = nearest;
        for (var iteration = 0; iteration < 40; iteration++)
        {
            var here = line.At(foot.AlongMetres);
            var towards = Geodesic.Inverse(here.Point, p);
            foot = new GeodesicProjection(here.Point, towards.DistanceMetres, foot.AlongMetres);
            var (sin, cos) = Math.SinCos(towards.DistanceMetres / Wgs84.MeanRadiusMetres);
            var angle = double.DegreesToRadians(towards.InitialAzimuthDegrees - here.FinalAzimuthDegrees);
            var next = foot.AlongMetres + Wgs84.MeanRadiusMetres * Math.Atan2(sin * Math.Cos(angle), cos);
            next = Math.Clamp(next, 0, line.DistanceMetres);
            if (Math.Abs(next - foot.AlongMetres) < 1e-8)
                break;
            foot = foot with { AlongMetres = next };
        }
        return foot.AlongMetres > 0 && foot.AlongMetres < line.DistanceMetres && foot.DistanceMetres <= nearest.DistanceMetres
            ? foot
            : nearest;
    }

    /// <summary>Both lines walked to where the triangle of their present places, taken as plane, closes: quadratic convergence.</summary>
    private static bool TryFrom(GeoPoint start, GeodesicLine first, GeodesicLine second, out GeoPoint place)
    {
        place = default;
        var s = Along(first, start);
        var t = Along(second, start);
        for (var iteration = 0; iteration < 30; iteration++)
        {
            var p = first.At(s);
            var q = second.At(t);
            var gap = Geodesic.Inverse(p.Point, q.Point);
            var a = double.DegreesToRadians(p.FinalAzimuthDegrees - gap.InitialAzimuthDegrees);
            var b = double.DegreesToRadians(q.FinalAzimuthDegrees - gap.FinalAzimuthDegrees);
            var sine = Math.Sin(b - a);
            if (Math.Abs(sine) < 1e-12 && gap.DistanceMetres > 0)
                return false;
            var ds = gap.DistanceMetres == 0 ? 0 : gap.DistanceMetres * Math.Sin(b) / sine;
            var dt = gap.DistanceMetres == 0 ? 0 : gap.DistanceMetres * Math.Sin(a) / sine;
            s += Math.Clamp(ds, -5e6, 5e6);
            t += Math.Clamp(dt, -5e6, 5e6);
            // Nearly parallel lines never close better than a gap's own rounding over the sine of their angle.
            if (Math.Abs(ds) + Math.Abs(dt) > Math.Max(EndTolerance, GapRounding / Math.Abs(sine)))
                continue;
            place = first.PointAt(s);
            return s >= -EndTolerance && s <= first.DistanceMetres + EndTolerance
                && t >= -EndTolerance && t <= second.DistanceMetres + EndTolerance;
        }
        return false;
    }

    /// <summary>The place's signed distance along the line, roughly.</summary>
    private static double Along(GeodesicLine line, GeoPoint place)
    {
        var inverse = Geodesic.Inverse(line.Start, place);
        var turn = double.DegreesToRadians(inverse.InitialAzimuthDegrees - line.InitialAzimuthDegrees);
        return Math.CopySign(inverse.DistanceMetres, Math.Cos(turn));
    }
}
