namespace Overflight.Geodesy;

/// <summary>
/// How far over a smooth earth an eye sees, closed form. A ray that bends with 1 − 1/k times the earth's curvature is straight
/// over a sphere of k times the radius: k = 1 without refraction, 7/6 for light in mean air, 4/3 for radar
/// (ITU-R P.453 and P.310 for the last).
/// </summary>
public static class SightHorizon
{
    /// <summary>Radius of the sphere that fits the ellipsoid best at a latitude, √(MN), metres.</summary>
    public static double GaussianRadiusMetres(double latitudeDegrees)
    {
        var sin = Math.Sin(double.DegreesToRadians(latitudeDegrees));
        return Wgs84.SemiMinorAxisMetres / (1 - Wgs84.EccentricitySquared * sin * sin);
    }

    /// <summary>Along the surface from below the eye to the horizon, metres; 0 for heights not above 0.</summary>
    /// <param name="radiusMetres">Radius of the earth.</param>
    /// <param name="heightMetres">Of the eye above the surface.</param>
    /// <param name="radiusFactor">k, at least 1.</param>
    public static double SurfaceMetres(double radiusMetres, double heightMetres, double radiusFactor)
    {
        if (!(heightMetres > 0))
            return 0;
        var radius = radiusFactor * radiusMetres;
        var x = heightMetres / radius;
        return radius * Math.Atan(Math.Sqrt(x * (2 + x)));
    }

    /// <summary>The height from which straight rays end at the horizon that bent rays have from a height, metres.</summary>
    public static double StraightHeightMetres(double radiusMetres, double heightMetres, double radiusFactor)
    {
        if (!(heightMetres > 0) || radiusFactor == 1)
            return Math.Max(0, heightMetres);
        var half = 0.5 * SurfaceMetres(radiusMetres, heightMetres, radiusFactor) / radiusMetres;
        var sin = Math.Sin(half);
        // 1/cos 2x − 1 = 2 sin² x / cos 2x, which does not cancel.
        return radiusMetres * 2 * sin * sin / (1 - 2 * sin * sin);
    }

    /// <summary>Along the surface from below the eye to what lies at a straight range, metres; 0 where the range does not reach down.</summary>
    public static double SurfaceOfRangeMetres(double radiusMetres, double heightMetres, double rangeMetres)
    {
        var height = Math.Max(0, heightMetres);
        if (rangeMetres <= height)
            return 0;
        // (S² − h²) = 4 R (R + h) sin²(θ/2).
        var sin = Math.Sqrt((rangeMetres - height) * (rangeMetres + height) / (4 * radiusMetres * (radiusMetres + height)));
        return 2 * radiusMetres * Math.Asin(Math.Min(1, sin));
    }
}
