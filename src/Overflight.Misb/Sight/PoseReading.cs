namespace Overflight.Misb.Sight;

/// <summary>
/// How the items of a stream are to be understood. The default is what their standards say; real streams depart from it, and
/// <see cref="ReadingFinder"/> finds how.
/// </summary>
public sealed record PoseReading
{
    /// <summary>The reading by the standards.</summary>
    public static PoseReading Standard { get; } = new();

    /// <summary>What azimuth and elevation are counted from; null for what the set's standard says.</summary>
    public AngleReference? Angles { get; init; }

    /// <summary>Where the ground's height is taken from; null for the first that is stated: the centre, the slant range, the sea.</summary>
    public GroundSource? Ground { get; init; }

    /// <summary>What the heights of targets (ST 0903, tags 12 and 17) are counted from.</summary>
    public HeightReference TargetHeights { get; init; } = HeightReference.Ellipsoid;

    /// <summary>Added to the platform heading: half a code where its writer cuts codes off instead of rounding them.</summary>
    public double HeadingOffsetDegrees { get; init; }

    /// <summary>Added to the sensor's azimuth.</summary>
    public double AzimuthOffsetDegrees { get; init; }
}
