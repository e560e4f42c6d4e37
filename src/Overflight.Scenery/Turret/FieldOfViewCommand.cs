namespace Overflight.Scenery.Turret;

/// <summary>Set the field of view.</summary>
/// <param name="Step">From 0, the widest.</param>
public sealed record FieldOfViewCommand(int Step) : TurretCommand
{
    /// <inheritdoc/>
    public override string? Problem(TurretType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var most = type.Cameras.Max(c => c.HorizontalFieldsOfViewDegrees.Count) - 1;
        return Step >= 0 && Step <= most ? null : $"{type.Name} has fields of view 0 to {most}";
    }
}
