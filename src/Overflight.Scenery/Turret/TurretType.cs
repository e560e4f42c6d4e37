namespace Overflight.Scenery.Turret;

/// <summary>A kind of stabilised turret, as data. It is a sensor and nothing else: it has no laser, neither to range nor to designate.</summary>
public sealed record TurretType
{
    /// <summary>Its name; that of the built-in one says that it is generic.</summary>
    public required string Name { get; init; }

    /// <summary>Where the numbers are from.</summary>
    public string Source { get; init; } = "";

    /// <summary>Its cameras.</summary>
    public required IReadOnlyList<CameraType> Cameras { get; init; }

    /// <summary>The greatest turning rate of the line of sight, degrees a second.</summary>
    public required double SlewRateDegreesPerSecond { get; init; }

    /// <summary>The greatest change of that rate, degrees a second squared.</summary>
    public required double SlewAccelerationDegreesPerSecondSquared { get; init; }

    /// <summary>The lowest gimbal elevation against the platform's floor, degrees, at least -120: below -90 it looks back under itself.</summary>
    public required double LeastElevationDegrees { get; init; }

    /// <summary>The highest gimbal elevation, degrees, up to 90.</summary>
    public required double GreatestElevationDegrees { get; init; }

    /// <summary>How far the gimbal turns to either side of the nose, degrees; 180 where it turns all round.</summary>
    public double AzimuthReachDegrees { get; init; } = 180;

    /// <summary>Where it looks when stowed: elevation against the platform, straight ahead.</summary>
    public double StowElevationDegrees { get; init; }

    /// <summary>Standard deviation of what the stabilisation leaves of vibration, microradians.</summary>
    public double JitterMicroradians { get; init; }

    /// <summary>The built-in generic EO/IR turret.</summary>
    public static TurretType Generic { get; } = TurretTypeFile.ReadGeneric();

    /// <summary>The first camera of a kind; null where it has none.</summary>
    public CameraType? Camera(CameraKind kind) => Cameras.FirstOrDefault(c => c.Kind == kind);

    /// <summary>Why this is not a turret; null where it is one.</summary>
    public string? Problem()
    {
        if (Cameras.Count == 0)
            return "a turret needs a camera";
        foreach (var camera in Cameras)
            if (camera.HorizontalFieldsOfViewDegrees.Count == 0 || camera.HorizontalFieldsOfViewDegrees.Any(f => f is not (> 0 and < 120)) || camera.AspectRatio is not (> 0.1 and < 10))
                return $"camera {camera.Name}: fields of view lie above 0 and below 120 degrees, the aspect ratio between 0.1 and 10";
        if (SlewRateDegreesPerSecond is not (> 0 and <= 360) || SlewAccelerationDegreesPerSecondSquared is not (> 0 and <= 10_000))
            return "the slew rate lies above 0 and up to 360 degrees a second, its change up to 10,000";
        if (LeastElevationDegrees is not (>= -120 and < 90) || GreatestElevationDegrees is not (<= 90) || GreatestElevationDegrees <= LeastElevationDegrees || AzimuthReachDegrees is not (> 0 and <= 180))
            return "gimbal limits: elevation from -120 up to 90, azimuth up to 180 to either side";
        return JitterMicroradians is >= 0 and < 1e5 ? null : "jitter lies between 0 and 100,000 microradians";
    }
}
