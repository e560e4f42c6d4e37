using Overflight.Geodesy;
using Overflight.Misb.Sight;

namespace Overflight.Scenery.Turret;

/// <summary>Where a turret looks at one instant.</summary>
/// <param name="Sensor">Where it is.</param>
/// <param name="SensorHeightMetres">Its height above the ellipsoid.</param>
/// <param name="Platform">The platform's turn into north, east, down.</param>
/// <param name="Attitude">The camera's turn into north, east, down, with jitter; the picture is level.</param>
/// <param name="Camera">The camera looked through.</param>
/// <param name="FieldOfViewStep">Which of its fields of view is set, from 0.</param>
/// <param name="Mode">What the turret is about.</param>
/// <param name="Condition">How it stands with that.</param>
/// <param name="RateDegreesPerSecond">How fast the line of sight turns against the earth.</param>
public readonly record struct TurretSight(
    GeoPoint Sensor, double SensorHeightMetres, Rotation Platform, Rotation Attitude, CameraType Camera, int FieldOfViewStep,
    TurretMode Mode, SightCondition Condition, double RateDegreesPerSecond)
{
    /// <summary>Whether it looks: not stowed.</summary>
    public bool IsOn => Condition != SightCondition.Stowed;

    /// <summary>The horizontal field of view, degrees.</summary>
    public double HorizontalFieldOfViewDegrees => Camera.HorizontalFieldsOfViewDegrees[FieldOfViewStep];

    /// <summary>The vertical field of view, degrees.</summary>
    public double VerticalFieldOfViewDegrees => Camera.VerticalFieldOfViewDegrees(HorizontalFieldOfViewDegrees);

    /// <summary>The camera as geometry.</summary>
    public CameraView View => new(Sensor, SensorHeightMetres, Attitude, HorizontalFieldOfViewDegrees, VerticalFieldOfViewDegrees);

    /// <summary>Gimbal azimuth 0 to 360, elevation and roll 0 to 360 against the platform (ST 0601, tags 18 to 20).</summary>
    public (double AzimuthDegrees, double ElevationDegrees, double RollDegrees) Gimbal => new Aim(Attitude, 0).On(Platform);
}
