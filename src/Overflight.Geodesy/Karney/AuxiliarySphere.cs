using System.Runtime.CompilerServices;

namespace Overflight.Geodesy.Karney;

/// <summary>What ties the WGS-84 ellipsoid to Karney's auxiliary sphere.</summary>
internal static class AuxiliarySphere
{
    public const double F = Wgs84.Flattening;

    /// <summary>b/a.</summary>
    public const double AxisRatio = 1 - F;

    /// <summary>Third flattening.</summary>
    public const double N = F / (2 - F);

    /// <summary>Second eccentricity squared.</summary>
    public const double Ep2 = Wgs84.EccentricitySquared / (AxisRatio * AxisRatio);

    /// <summary>Stands for a cosine that is zero, so that no branch need know of the poles: far below rounding, far above underflow of its square.</summary>
    public const double Tiny = 1e-150;

    /// <summary>Latitudes and differences of longitude below this are 0: their squares underflow, and an azimuth would be 0/0.</summary>
    public const double LeastDegrees = 1e-100;

    /// <summary>The expansion parameter of a geodesic that crosses the equator at azimuth α₀ (Karney 2013, eq. 9 and 16).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Epsilon(double cosAlpha0Squared)
    {
        var k2 = cosAlpha0Squared * Ep2;
        return k2 / (2 * (1 + Math.Sqrt(1 + k2)) + k2);
    }

    /// <summary>Sine and cosine of an angle in degrees, from the nearer of 0 and ±90, so that both are exact at right angles.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (double Sin, double Cos) SinCosLatitude(double degrees)
    {
        if (Math.Abs(degrees) <= 45)
            return Math.SinCos(double.DegreesToRadians(degrees));
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(90 - Math.Abs(degrees)));
        return (degrees < 0 ? -cos : cos, sin);
    }

    /// <summary>Sine and cosine of any angle in degrees, exact at multiples of 90.</summary>
    public static (double Sin, double Cos) SinCosDegrees(double degrees)
    {
        var reduced = Math.IEEERemainder(degrees, 360);
        if (Math.Abs(reduced) <= 90)
            return SinCosLatitude(reduced);
        var (sin, cos) = SinCosLatitude(Math.CopySign(180, reduced) - reduced);
        return (sin, -cos);
    }

    /// <summary>Sine and cosine of the reduced latitude β, tan β = (1 − f) tan φ (eq. 6); the cosine is never zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static (double Sin, double Cos) ReducedLatitude(double latitudeDegrees)
    {
        var (sin, cos) = SinCosLatitude(Math.Abs(latitudeDegrees) < LeastDegrees ? 0 : latitudeDegrees);
        sin *= AxisRatio;
        var scale = 1 / Math.Sqrt(sin * sin + cos * cos);
        return (sin * scale, Math.Max(Tiny, cos * scale));
    }

    /// <summary>The azimuth in degrees, −180 to 180.</summary>
    public static double Degrees(double sin, double cos) => double.RadiansToDegrees(Math.Atan2(sin, cos));
}
