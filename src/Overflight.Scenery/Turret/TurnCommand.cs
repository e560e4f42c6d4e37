namespace Overflight.Scenery.Turret;

/// <summary>Turn at a rate against the earth, as by a hand controller; 0 and 0 holds the direction.</summary>
/// <param name="RightDegreesPerSecond">Clockwise from above.</param>
/// <param name="UpDegreesPerSecond">Upwards.</param>
public sealed record TurnCommand(double RightDegreesPerSecond, double UpDegreesPerSecond) : TurretCommand
{
    /// <inheritdoc/>
    public override string? Problem(TurretType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        var most = Math.Max(Math.Abs(RightDegreesPerSecond), Math.Abs(UpDegreesPerSecond));
        return most <= type.SlewRateDegreesPerSecond ? null : $"{type.Name} turns at most {type.SlewRateDegreesPerSecond} degrees a second";
    }
}
