namespace Overflight.Scenery.Turret;

/// <summary>Go to rest, and look no more.</summary>
public sealed record StowCommand : TurretCommand;
