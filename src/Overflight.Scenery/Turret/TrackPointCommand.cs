using Overflight.Geodesy;

namespace Overflight.Scenery.Turret;

/// <summary>Hold a place on the ground that moves evenly from now on. It is a place by its numbers: no object is recognised or followed.</summary>
/// <param name="Place">Where it is now.</param>
/// <param name="CourseDegrees">Where it goes, clockwise from true north.</param>
/// <param name="SpeedMetresPerSecond">How fast, 0 to 400.</param>
public sealed record TrackPointCommand(GeoPoint Place, double CourseDegrees, double SpeedMetresPerSecond) : TurretCommand
{
    /// <inheritdoc/>
    public override string? Problem(TurretType type) => Place.IsValid && double.IsFinite(CourseDegrees) && SpeedMetresPerSecond is >= 0 and <= 400
        ? null
        : "a moving place is a place, a course and a speed of 0 to 400 m/s";
}
