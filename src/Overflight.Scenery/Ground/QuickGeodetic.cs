using Overflight.Geodesy;

namespace Overflight.Scenery.Ground;

/// <summary>
/// Earth-centred places to the plane of the world, quickly: latitude by one step of Bowring's formula (B. R. Bowring, Survey Review 23 (181), 1976), which below
/// 20 km is off by less than a millimetre.
/// </summary>
internal static class QuickGeodetic
{
    private const double A = Wgs84.SemiMajorAxisMetres;
    private const double B = Wgs84.SemiMinorAxisMetres;
    private const double Second = (A * A - B * B) / (B * B);
    private const double First = (A * A - B * B) / (A * A);

    public static GroundHit At(in (double X, double Y, double Z) origin, in (double X, double Y, double Z) direction, double range)
    {
        var (x, y, z) = (origin.X + range * direction.X, origin.Y + range * direction.Y, origin.Z + range * direction.Z);
        var p = Math.Sqrt(x * x + y * y);
        var (s, c) = (z * A, p * B);
        var scale = 1 / Math.Sqrt(s * s + c * c);
        (s, c) = (s * scale, c * scale);
        var (up, level) = (z + Second * B * s * s * s, p - First * A * c * c * c);
        scale = 1 / Math.Sqrt(up * up + level * level);
        var (sin, cos) = (up * scale, level * scale);
        // On the normal: p cos + z sin less the ellipsoid's own.
        var height = p * cos + z * sin - A * Math.Sqrt(1 - First * sin * sin);
        return new GroundHit(WorldMap.RadiusUnits * Math.Atan2(y, x), 0.5 * WorldMap.RadiusUnits * Math.Log((1 + sin) / (1 - sin)), height, range);
    }

    /// <summary>How far along a ray the surface of a height is, to centimetres; NaN where it is not met. From below, the way out.</summary>
    public static double RangeTo(in (double X, double Y, double Z) origin, in (double X, double Y, double Z) direction, double height)
    {
        double ia = 1 / ((A + height) * (A + height)), ib = 1 / ((B + height) * (B + height));
        var dd = ia * (direction.X * direction.X + direction.Y * direction.Y) + ib * direction.Z * direction.Z;
        var od = ia * (origin.X * direction.X + origin.Y * direction.Y) + ib * origin.Z * direction.Z;
        var oo = ia * (origin.X * origin.X + origin.Y * origin.Y) + ib * origin.Z * origin.Z - 1;
        var discriminant = od * od - dd * oo;
        if (discriminant < 0 || oo > 0 && od >= 0)
            return double.NaN;
        return oo > 0 ? oo / (-od + Math.Sqrt(discriminant)) : (-od + Math.Sqrt(discriminant)) / dd;
    }
}
