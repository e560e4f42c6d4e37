namespace Overflight.Geodesy;

/// <summary>
/// A direction from the centre of the auxiliary sphere: geodetic latitude read as spherical latitude.
/// The cheap form in which bounds are computed before the ellipsoid is asked.
/// </summary>
/// <param name="X">Towards 0° N 0° E.</param>
/// <param name="Y">Towards 0° N 90° E.</param>
/// <param name="Z">Towards the north pole.</param>
public readonly record struct UnitVector(double X, double Y, double Z)
{
    /// <summary>The direction of a place.</summary>
    public static UnitVector From(GeoPoint point)
    {
        var (sinLatitude, cosLatitude) = Math.SinCos(double.DegreesToRadians(point.LatitudeDegrees));
        var (sinLongitude, cosLongitude) = Math.SinCos(double.DegreesToRadians(point.LongitudeDegrees));
        return new UnitVector(cosLatitude * cosLongitude, cosLatitude * sinLongitude, sinLatitude);
    }

    /// <summary>The place that lies in this direction.</summary>
    public GeoPoint ToGeoPoint() => new(
        double.RadiansToDegrees(Math.Atan2(Z, Math.Sqrt(X * X + Y * Y))),
        double.RadiansToDegrees(Math.Atan2(Y, X)));

    /// <summary>The scalar product.</summary>
    public double Dot(UnitVector other) => X * other.X + Y * other.Y + Z * other.Z;

    /// <summary>The vector product, not normalised.</summary>
    public UnitVector Cross(UnitVector other) => new(
        Y * other.Z - Z * other.Y,
        Z * other.X - X * other.Z,
        X * other.Y - Y * other.X);

    /// <summary>The Euclidean length; 1 for a direction.</summary>
    public double Length => Math.Sqrt(X * X + Y * Y + Z * Z);

    /// <summary>The same direction with length 1; undefined for the zero vector.</summary>
    public UnitVector Normalised()
    {
        var scale = 1 / Length;
        return new UnitVector(X * scale, Y * scale, Z * scale);
    }

    /// <summary>The angle to another direction in radians, 0 to π, accurate at both ends.</summary>
    public double AngleTo(UnitVector other)
    {
        var dx = X - other.X;
        var dy = Y - other.Y;
        var dz = Z - other.Z;
        var halfChord = 0.5 * Math.Sqrt(dx * dx + dy * dy + dz * dz);
        return halfChord < 0.7 ? 2 * Math.Asin(halfChord) : 2 * Math.Acos(Math.Min(1, 0.5 * (this + other).Length));
    }

    /// <summary>Component-wise sum.</summary>
    public static UnitVector operator +(UnitVector a, UnitVector b) => new(a.X + b.X, a.Y + b.Y, a.Z + b.Z);

    /// <summary>Component-wise difference.</summary>
    public static UnitVector operator -(UnitVector a, UnitVector b) => new(a.X - b.X, a.Y - b.Y, a.Z - b.Z);

    /// <summary>Scaling.</summary>
    public static UnitVector operator *(double scale, UnitVector a) => new(scale * a.X, scale * a.Y, scale * a.Z);
}
