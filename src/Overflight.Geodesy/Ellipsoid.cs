namespace Overflight.Geodesy;

/// <summary>Lines of sight against the bare WGS-84 ellipsoid: no terrain, no refraction.</summary>
public static class Ellipsoid
{
    private const double A2 = Wgs84.SemiMajorAxisMetres * Wgs84.SemiMajorAxisMetres;
    private const double B2 = Wgs84.SemiMinorAxisMetres * Wgs84.SemiMinorAxisMetres;

    /// <summary>
    /// Slant distance in metres to the horizon from a height, on the sphere of the local Gaussian radius √(MN):
    /// √(h (2R + h)). Within 0.35 % of <see cref="HorizonTowards"/> in any direction; 0 for heights not above 0.
    /// </summary>
    public static double HorizonMetres(double latitudeDegrees, double heightMetres)
    {
        if (!(heightMetres > 0))
            return 0;
        return Math.Sqrt(heightMetres * (2 * SightHorizon.GaussianRadiusMetres(latitudeDegrees) + heightMetres));
    }

    /// <summary>
    /// The horizon from a height in metres (above 0) at an azimuth of the vertical plane of sight: closed form, the tangent
    /// from the eye to the ellipse in which that plane cuts the ellipsoid.
    /// </summary>
    public static Horizon HorizonTowards(GeoPoint from, double heightMetres, double azimuthDegrees)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(heightMetres, 0);
        if (heightMetres == 0)
            return new Horizon(from, 0, 0, 0);
        var frame = new EnuFrame(from, heightMetres);
        var eye = frame.ToEcef(0, 0, 0);
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(azimuthDegrees));
        var ahead = frame.Unrotate(sin, cos, 0);
        var down = frame.Unrotate(0, 0, -1);

        // d = ahead + τ down touches where (E·d)² = (d·d)(E·E − 1), products scaled by the axes; a quadratic in τ = tan(depression).
        double ea = Scaled(eye, ahead), ed = Scaled(eye, down), c = Scaled(eye, eye) - 1;
        double aa = Scaled(ahead, ahead), ad = Scaled(ahead, down), dd = Scaled(down, down);
        var p = ed * ed - c * dd;
        var q = ea * ed - c * ad;
        var r = ea * ea - c * aa;
        var tangent = (-q + Math.Sqrt(Math.Max(0, q * q - p * r))) / p;
        var direction = (X: ahead.X + tangent * down.X, Y: ahead.Y + tangent * down.Y, Z: ahead.Z + tangent * down.Z);
        var reach = -Scaled(eye, direction) / Scaled(direction, direction);
        var (point, _) = Ecef.ToGeodetic(eye.X + reach * direction.X, eye.Y + reach * direction.Y, eye.Z + reach * direction.Z);
        return new Horizon(
            point,
            reach * Math.Sqrt(1 + tangent * tangent),
            Geodesic.DistanceMetres(from, point),
            double.RadiansToDegrees(Math.Atan(tangent)));
    }

    /// <summary>
    /// The first place where a ray meets the surface at a height in metres above the ellipsoid, and how far along the ray
    /// it is; null where it does not. From below the surface the ray meets it on the way out. The direction need not be
    /// of unit length. To about 10 nm at height 0, 10⁻⁵ m at other heights up to 20 km.
    /// </summary>
    public static (GeoPoint Point, double RangeMetres)? RayIntersection(
        (double X, double Y, double Z) origin, (double X, double Y, double Z) direction, double heightMetres = 0)
    {
        var length = Math.Sqrt(direction.X * direction.X + direction.Y * direction.Y + direction.Z * direction.Z);
        if (!(length > 0))
            return null;
        direction = (direction.X / length, direction.Y / length, direction.Z / length);
        var a = Wgs84.SemiMajorAxisMetres + heightMetres;
        var b = Wgs84.SemiMinorAxisMetres + heightMetres;
        double ia = 1 / (a * a), ib = 1 / (b * b);
        var dd = ia * (direction.X * direction.X + direction.Y * direction.Y) + ib * direction.Z * direction.Z;
        var od = ia * (origin.X * direction.X + origin.Y * direction.Y) + ib * origin.Z * direction.Z;
        var oo = ia * (origin.X * origin.X + origin.Y * origin.Y) + ib * origin.Z * origin.Z - 1;
        var discriminant = od * od - dd * oo;
        if (discriminant < 0 || (oo > 0 && od >= 0))
            return null;
        var range = oo > 0 ? oo / (-od + Math.Sqrt(discriminant)) : (-od + Math.Sqrt(discriminant)) / dd;
        return Refine(origin, direction, heightMetres, range);
    }

    /// <summary>The surface of constant height is not quite an ellipsoid (about 5 cm at 10 km): Newton on the true height.</summary>
    private static (GeoPoint Point, double RangeMetres) Refine(
        (double X, double Y, double Z) origin, (double X, double Y, double Z) direction, double heightMetres, double range)
    {
        var (point, height) = At(origin, direction, range);
        for (var iteration = 0; heightMetres != 0 && iteration < 4; iteration++)
        {
            var (_, _, up) = new EnuFrame(point, height).Rotate(direction.X, direction.Y, direction.Z);
            // A grazing ray has no slope to correct by; the error is across the ray then, not along it.
            if (Math.Abs(up) < 1e-3)
                break;
            range -= (height - heightMetres) / up;
            (point, height) = At(origin, direction, range);
        }
        return (point, range);
    }

    private static (GeoPoint Point, double HeightMetres) At((double X, double Y, double Z) o, (double X, double Y, double Z) d, double range) =>
        Ecef.ToGeodetic(o.X + range * d.X, o.Y + range * d.Y, o.Z + range * d.Z);

    private static double Scaled((double X, double Y, double Z) p, (double X, double Y, double Z) q) =>
        (p.X * q.X + p.Y * q.Y) / A2 + p.Z * q.Z / B2;
}
