using Overflight.Geodesy;

namespace Overflight.Scenery.Turret;

/// <summary>Sweep along a line on the ground, to and fro.</summary>
/// <param name="From">Where it begins.</param>
/// <param name="To">Where it turns back; at most 200 km away.</param>
/// <param name="SpeedMetresPerSecond">How fast the middle of the picture goes over the ground, above 0.</param>
public sealed record ScanStripCommand(GeoPoint From, GeoPoint To, double SpeedMetresPerSecond) : TurretCommand
{
    private const double MostMetres = 200_000;

    /// <inheritdoc/>
    public override string? Problem(TurretType type) =>
        From.IsValid && To.IsValid && SpeedMetresPerSecond is > 0 and < 1e5 && Geodesic.DistanceMetres(From, To) is > 0 and <= MostMetres
            ? null
            : "a strip is two places, at most 200 km apart, and a speed";
}
