using Overflight.Geodesy;

namespace Overflight.Misb.Sight;

/// <summary>
/// What one packet says of where the sensor is and where it looks, under the names of MISB ST 0601, in degrees and metres.
/// A number that the packet does not state is NaN.
/// </summary>
public sealed record StatedPose
{
    /// <summary>Microseconds since 1970 (tag 2); null where not stated.</summary>
    public ulong? TimeMicroseconds { get; init; }

    /// <summary>Whether azimuth and elevation are of the line of sight against north and the horizon by their standard (EG 0104), not against the platform (ST 0601).</summary>
    public bool IsEarthReferenced { get; init; }

    /// <summary>Tags 13 and 14.</summary>
    public GeoPoint Sensor { get; init; } = new(double.NaN, double.NaN);

    /// <summary>Tag 15, above mean sea level.</summary>
    public double SensorAltitudeMetres { get; init; } = double.NaN;

    /// <summary>Tag 104, else 75, above the ellipsoid.</summary>
    public double SensorHeightMetres { get; init; } = double.NaN;

    /// <summary>Tag 5.</summary>
    public double HeadingDegrees { get; init; } = double.NaN;

    /// <summary>Tag 90, else 6.</summary>
    public double PitchDegrees { get; init; } = double.NaN;

    /// <summary>Tag 91, else 7.</summary>
    public double RollDegrees { get; init; } = double.NaN;

    /// <summary>The steps of the codes of pitch and roll, degrees: those of tags 90 and 91 are finer than those of 6 and 7.</summary>
    public (double Pitch, double Roll) AttitudeStepsDegrees { get; init; } = (40 / 65534.0, 100 / 65534.0);

    /// <summary>Tag 18.</summary>
    public double AzimuthDegrees { get; init; } = double.NaN;

    /// <summary>Tag 19.</summary>
    public double ElevationDegrees { get; init; } = double.NaN;

    /// <summary>Tag 20.</summary>
    public double SensorRollDegrees { get; init; } = double.NaN;

    /// <summary>Tag 16.</summary>
    public double HorizontalFieldOfViewDegrees { get; init; } = double.NaN;

    /// <summary>Tag 17.</summary>
    public double VerticalFieldOfViewDegrees { get; init; } = double.NaN;

    /// <summary>Tag 21.</summary>
    public double SlantRangeMetres { get; init; } = double.NaN;

    /// <summary>Tag 96, else 22.</summary>
    public double TargetWidthMetres { get; init; } = double.NaN;

    /// <summary>Tag 57.</summary>
    public double GroundRangeMetres { get; init; } = double.NaN;

    /// <summary>Tags 23 and 24.</summary>
    public GeoPoint Centre { get; init; } = new(double.NaN, double.NaN);

    /// <summary>Tag 25, above mean sea level.</summary>
    public double CentreElevationMetres { get; init; } = double.NaN;

    /// <summary>Tag 78, above the ellipsoid.</summary>
    public double CentreHeightMetres { get; init; } = double.NaN;

    /// <summary>Corners 1 to 4 (tags 82 to 89, else 23, 24 and 26 to 33): upper left, upper right, lower right, lower left of the picture; empty where not all are stated.</summary>
    public IReadOnlyList<GeoPoint> Corners { get; init; } = [];

    /// <summary>Tags 45 and 46: the errors of the target's place that are not exceeded in 90 of 100 cases, across and up.</summary>
    public (double Circular, double Linear) TargetError90Metres { get; init; } = (double.NaN, double.NaN);

    /// <summary>The width of the picture at the slant range, metres; NaN where that or the field of view is not stated, or this is too wide to mean much (120 degrees).</summary>
    public double WidthAtSlantRangeMetres => SlantRangeMetres > 0 && HorizontalFieldOfViewDegrees is > 0 and < 120
        ? 2 * SlantRangeMetres * Math.Tan(0.5 * double.DegreesToRadians(HorizontalFieldOfViewDegrees))
        : double.NaN;

    /// <summary>Whether there are place and direction enough to look along.</summary>
    public bool CanLook => Sensor.IsValid && !double.IsNaN(AzimuthDegrees + ElevationDegrees) && !(double.IsNaN(SensorAltitudeMetres) && double.IsNaN(SensorHeightMetres));

    /// <summary>Whether there is an attitude of the platform.</summary>
    public bool HasAttitude => !double.IsNaN(HeadingDegrees + PitchDegrees + RollDegrees);
}
