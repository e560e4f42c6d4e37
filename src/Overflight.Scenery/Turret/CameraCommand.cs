namespace Overflight.Scenery.Turret;

/// <summary>Look through another camera.</summary>
/// <param name="Kind">Which.</param>
public sealed record CameraCommand(CameraKind Kind) : TurretCommand
{
    /// <inheritdoc/>
    public override string? Problem(TurretType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return type.Camera(Kind) is null ? $"{type.Name} has no {Kind.ToString().ToUpperInvariant()} camera" : null;
    }
}
