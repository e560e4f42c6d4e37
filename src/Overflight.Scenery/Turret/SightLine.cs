using Overflight.Misb.Sight;

namespace Overflight.Scenery.Turret;

/// <summary>A direction of unit length: north, east, down, or forward, right, down of a platform.</summary>
internal readonly record struct SightLine(double X, double Y, double Z)
{
    public static SightLine Of(double azimuthDegrees, double elevationDegrees)
    {
        var (sa, ca) = Math.SinCos(double.DegreesToRadians(azimuthDegrees));
        var (se, ce) = Math.SinCos(double.DegreesToRadians(elevationDegrees));
        return new SightLine(ce * ca, ce * sa, -se);
    }

    public double AzimuthDegrees => double.RadiansToDegrees(Math.Atan2(Y, X));

    public double ElevationDegrees => double.RadiansToDegrees(Math.Atan2(-Z, Math.Sqrt(X * X + Y * Y)));

    public SightLine By(Rotation turn)
    {
        var (x, y, z) = turn.Apply(X, Y, Z);
        return new SightLine(x, y, z);
    }

    /// <summary>The angle to another direction, degrees; exact for small and large ones.</summary>
    public double AngleTo(SightLine other)
    {
        var (cx, cy, cz) = (Y * other.Z - Z * other.Y, Z * other.X - X * other.Z, X * other.Y - Y * other.X);
        return double.RadiansToDegrees(Math.Atan2(Math.Sqrt(cx * cx + cy * cy + cz * cz), X * other.X + Y * other.Y + Z * other.Z));
    }

    /// <summary>The direction turned towards another by an angle, along the great circle; the other where it is no farther.</summary>
    public SightLine Towards(SightLine other, double degrees)
    {
        var angle = AngleTo(other);
        if (degrees >= angle)
            return other;
        if (angle > 180 - 1e-6)
            other = Math.Abs(Z) < 0.9 ? new SightLine(0, 0, 1) : new SightLine(1, 0, 0);
        // The part of the other that is square to this.
        var dot = X * other.X + Y * other.Y + Z * other.Z;
        var (px, py, pz) = (other.X - dot * X, other.Y - dot * Y, other.Z - dot * Z);
        var length = Math.Sqrt(px * px + py * py + pz * pz);
        if (length < 1e-15)
            return other;
        var (s, c) = Math.SinCos(double.DegreesToRadians(degrees));
        return new SightLine(c * X + s * px / length, c * Y + s * py / length, c * Z + s * pz / length).Unit();
    }

    private SightLine Unit()
    {
        var length = Math.Sqrt(X * X + Y * Y + Z * Z);
        return new SightLine(X / length, Y / length, Z / length);
    }
}
