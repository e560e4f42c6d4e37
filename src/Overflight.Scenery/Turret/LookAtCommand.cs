using Overflight.Geodesy;

namespace Overflight.Scenery.Turret;

/// <summary>Hold a place on the ground.</summary>
/// <param name="Place">The place.</param>
/// <param name="HeightMetres">Its height above the ellipsoid; null for that of the ground there.</param>
public sealed record LookAtCommand(GeoPoint Place, double? HeightMetres = null) : TurretCommand
{
    /// <inheritdoc/>
    public override string? Problem(TurretType type) => Place.IsValid ? null : $"{Place} is no place";
}
