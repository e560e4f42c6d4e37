namespace Overflight.Scenery.Turret;

/// <summary>What a turret can be told.</summary>
public abstract record TurretCommand
{
    private protected TurretCommand()
    {
    }

    /// <summary>Why a turret of this type cannot do it; null where it can.</summary>
    public virtual string? Problem(TurretType type) => null;
}
