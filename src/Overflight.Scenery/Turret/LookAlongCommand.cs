namespace Overflight.Scenery.Turret;

/// <summary>Hold a direction against true north and the horizon.</summary>
/// <param name="HeadingDegrees">Clockwise from true north.</param>
/// <param name="DepressionDegrees">Below the horizontal plane, -90 to 90.</param>
public sealed record LookAlongCommand(double HeadingDegrees, double DepressionDegrees) : TurretCommand
{
    /// <inheritdoc/>
    public override string? Problem(TurretType type) =>
        double.IsFinite(HeadingDegrees) && DepressionDegrees is >= -90 and <= 90 ? null : "a direction is a heading and a depression of -90 to 90 degrees";
}
