namespace Overflight.Geodesy.Karney;

/// <summary>Where a geodesic edge crosses a meridian.</summary>
internal static class MeridianCrossing
{
    /// <summary>Whether the edge crosses the meridian of ±180; longitudes in [−180, 180).</summary>
    public static bool CrossesSeam(GeoPoint a, GeoPoint b) => Math.Abs(a.LongitudeDegrees - b.LongitudeDegrees) > 180;

    /// <summary>Whether the edge holds a longitude, its western end counted and its eastern not: compared without arithmetic, so that neighbours agree.</summary>
    public static bool Spans(GeoPoint a, GeoPoint b, double longitude)
    {
        var low = Math.Min(a.LongitudeDegrees, b.LongitudeDegrees);
        var high = Math.Max(a.LongitudeDegrees, b.LongitudeDegrees);
        return CrossesSeam(a, b) ? longitude >= high || longitude < low : longitude >= low && longitude < high;
    }

    /// <summary>Whether the edge crosses the place's meridian, which it spans, to the north of the place.</summary>
    public static bool IsNorthOf(GeoPoint a, GeoPoint b, GeoPoint place)
    {
        if (Math.Abs(a.LongitudeDegrees - b.LongitudeDegrees) == 180)
            return a.LatitudeDegrees + b.LatitudeDegrees >= 0;
        // Towards the equator an edge stays within its ends' latitudes or the equator's; poleward the bulge is bounded by the
        // great circle's to 0.2°.
        if (place.LatitudeDegrees < Math.Min(0, Math.Min(a.LatitudeDegrees, b.LatitudeDegrees)) && Bulge(a, b, place, -1))
            return true;
        if (place.LatitudeDegrees > Math.Max(0, Math.Max(a.LatitudeDegrees, b.LatitudeDegrees)) && Bulge(a, b, place, 1))
            return false;
        return Latitude(a, b, place.LongitudeDegrees) > place.LatitudeDegrees;
    }

    /// <summary>Latitude at which the edge crosses a meridian: Newton along the geodesic from the great circle's crossing.</summary>
    public static double Latitude(GeoPoint a, GeoPoint b, double longitude)
    {
        if (longitude == a.LongitudeDegrees)
            return a.LatitudeDegrees;
        var line = GeodesicLine.Between(a, b);
        double low = 0, high = line.DistanceMetres;
        var east = Math.IEEERemainder(b.LongitudeDegrees - a.LongitudeDegrees, 360) > 0;
        var along = GreatCircle.DistanceMetres(a, OnGreatCircle(a, b, longitude));
        for (var iteration = 0; ; iteration++)
        {
            if (!(along > low && along < high))
                along = 0.5 * (low + high);
            var here = line.At(along);
            var behind = Math.IEEERemainder(longitude - here.Point.LongitudeDegrees, 360);
            // Longitude runs one way along a geodesic.
            if (behind > 0 == east)
                low = along;
            else
                high = along;
            var (sin, cos) = AuxiliarySphere.SinCosLatitude(here.Point.LatitudeDegrees);
            var radius = Ecef.NormalRadius(sin) * cos;
            var step = double.DegreesToRadians(behind) * radius / Math.Sin(double.DegreesToRadians(here.FinalAzimuthDegrees));
            along += step;
            if (Math.Abs(step) < 1e-9 || high - low < 1e-9 || iteration >= 100)
                return line.PointAt(Math.Clamp(along, 0, line.DistanceMetres)).LatitudeDegrees;
        }
    }

    /// <summary>Whether the place lies beyond what the edge can reach towards one pole.</summary>
    private static bool Bulge(GeoPoint a, GeoPoint b, GeoPoint place, int pole)
    {
        const double Slack = 0.2;
        var normal = GreatCircle.Normal(UnitVector.From(a), UnitVector.From(b)).Normalised();
        var vertex = 90 - double.RadiansToDegrees(Math.Asin(Math.Min(1, Math.Abs(normal.Z))));
        return pole * place.LatitudeDegrees > vertex + Slack;
    }

    private static GeoPoint OnGreatCircle(GeoPoint a, GeoPoint b, double longitude)
    {
        var normal = GreatCircle.Normal(UnitVector.From(a), UnitVector.From(b));
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(longitude));
        // The direction cos φ (cos λ, sin λ) + sin φ z perpendicular to the normal.
        return new GeoPoint(double.RadiansToDegrees(Math.Atan(-(normal.X * cos + normal.Y * sin) / normal.Z)), longitude);
    }
}
