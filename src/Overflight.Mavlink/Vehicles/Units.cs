namespace Overflight.Mavlink.Vehicles;

/// <summary>Numbers as fields carry them: scaled, rounded, kept inside their type, and with its own word for "not known".</summary>
internal static class Units
{
    public static int DegE7(double degrees) => Int32(degrees * 1e7);

    /// <summary>0 where it is not known.</summary>
    public static int Int32(double value) => double.IsNaN(value) ? 0 : (int)Math.Clamp(Math.Round(value), int.MinValue, int.MaxValue);

    /// <summary>0 where it is not known.</summary>
    public static uint UInt32(double value) => double.IsNaN(value) ? 0 : (uint)Math.Clamp(Math.Round(value), 0, uint.MaxValue);

    public static short Int16(double value, short unknown) => double.IsNaN(value) ? unknown : (short)Math.Clamp(Math.Round(value), short.MinValue, short.MaxValue);

    /// <summary>65535 where it is not known; what is more than fits, 65534.</summary>
    public static ushort UInt16(double value) => double.IsNaN(value) ? ushort.MaxValue : (ushort)Math.Clamp(Math.Round(value), 0, ushort.MaxValue - 1);

    /// <summary>0 to 35999.</summary>
    public static ushort Centidegrees(double degrees) => double.IsNaN(degrees) ? ushort.MaxValue : (ushort)((Math.Round(degrees * 100) % 36_000 + 36_000) % 36_000);

    public static float Radians(double degrees) => (float)(degrees * Math.PI / 180);

    public static double Degrees(float radians) => radians * 180 / Math.PI;

    /// <summary>The same direction from -180 to 180.</summary>
    public static double Turned(double degrees) => double.IsNaN(degrees) ? degrees : Math.IEEERemainder(degrees, 360);

    public static ulong Microseconds(DateTimeOffset time) => (ulong)Math.Max(0, (time - DateTimeOffset.UnixEpoch).Ticks / TimeSpan.TicksPerMicrosecond);

    /// <summary>W, x, y, z of angles in degrees that turn first yaw, then pitch, then roll.</summary>
    public static float[] Quaternion(double roll, double pitch, double yaw)
    {
        var (sr, cr) = Math.SinCos(roll * Math.PI / 360);
        var (sp, cp) = Math.SinCos(pitch * Math.PI / 360);
        var (sy, cy) = Math.SinCos(yaw * Math.PI / 360);
        return
        [
            (float)(cr * cp * cy + sr * sp * sy), (float)(sr * cp * cy - cr * sp * sy),
            (float)(cr * sp * cy + sr * cp * sy), (float)(cr * cp * sy - sr * sp * cy),
        ];
    }

    /// <summary>Roll, pitch and yaw in degrees of w, x, y, z.</summary>
    public static (double Roll, double Pitch, double Yaw) Angles(IReadOnlyList<float> q)
    {
        double w = q[0], x = q[1], y = q[2], z = q[3];
        return (
            Math.Atan2(2 * (w * x + y * z), 1 - 2 * (x * x + y * y)) * 180 / Math.PI,
            Math.Asin(Math.Clamp(2 * (w * y - z * x), -1, 1)) * 180 / Math.PI,
            Math.Atan2(2 * (w * z + x * y), 1 - 2 * (y * y + z * z)) * 180 / Math.PI);
    }
}
