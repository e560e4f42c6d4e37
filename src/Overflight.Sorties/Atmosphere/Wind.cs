namespace Overflight.Sorties.Atmosphere;

/// <summary>Motion of the air over the ground, the way it blows to.</summary>
/// <param name="EastMetresPerSecond">Eastward.</param>
/// <param name="NorthMetresPerSecond">Northward.</param>
/// <param name="UpMetresPerSecond">Upward.</param>
public readonly record struct Wind(double EastMetresPerSecond, double NorthMetresPerSecond, double UpMetresPerSecond = 0)
{
    /// <summary>Horizontal speed.</summary>
    public double SpeedMetresPerSecond => Math.Sqrt(EastMetresPerSecond * EastMetresPerSecond + NorthMetresPerSecond * NorthMetresPerSecond);

    /// <summary>From the meteorological form: the direction that it blows from, degrees clockwise from true north.</summary>
    public static Wind From(double fromDegrees, double speedMetresPerSecond)
    {
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(fromDegrees));
        return new Wind(-speedMetresPerSecond * sin, -speedMetresPerSecond * cos);
    }

    /// <summary>Component-wise sum.</summary>
    public static Wind operator +(Wind a, Wind b) => new(
        a.EastMetresPerSecond + b.EastMetresPerSecond,
        a.NorthMetresPerSecond + b.NorthMetresPerSecond,
        a.UpMetresPerSecond + b.UpMetresPerSecond);

    /// <summary>Scaling.</summary>
    public static Wind operator *(double scale, Wind a) => new(scale * a.EastMetresPerSecond, scale * a.NorthMetresPerSecond, scale * a.UpMetresPerSecond);
}
