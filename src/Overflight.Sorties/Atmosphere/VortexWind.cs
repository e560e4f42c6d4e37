using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Sorties.Atmosphere;

/// <summary>
/// A Rankine vortex about a place: speed rises linearly to its greatest at the core's radius and falls as 1/r beyond
/// (Rankine's combined vortex; Saffman, Vortex Dynamics, 1992, section 2.3).
/// </summary>
/// <param name="Centre">Its centre.</param>
/// <param name="CoreRadiusMetres">Radius of the greatest speed.</param>
/// <param name="GreatestSpeedMetresPerSecond">The speed there, 0 to 150.</param>
/// <param name="Clockwise">The way it turns, seen from above.</param>
public sealed record VortexWind(GeoPoint Centre, double CoreRadiusMetres, double GreatestSpeedMetresPerSecond, bool Clockwise) : WindFieldData
{
    /// <inheritdoc/>
    public override IWindField Build()
    {
        FieldCheck.That(Centre.IsValid, "wind.centre", "is no place");
        FieldCheck.Between("wind.coreRadiusMetres", CoreRadiusMetres, 1, 2_000_000);
        FieldCheck.Between("wind.greatestSpeedMetresPerSecond", GreatestSpeedMetresPerSecond, 0, 150);
        return new Field(this);
    }

    private sealed class Field(VortexWind vortex) : IWindField
    {
        public Wind At(GeoPoint place, double heightMetres, UtcInstant time)
        {
            var outwards = Geodesic.Inverse(vortex.Centre, place);
            if (outwards.DistanceMetres == 0)
                return default;
            var ratio = outwards.DistanceMetres / vortex.CoreRadiusMetres;
            var speed = vortex.GreatestSpeedMetresPerSecond * (ratio < 1 ? ratio : 1 / ratio);
            var towards = double.DegreesToRadians(outwards.FinalAzimuthDegrees + (vortex.Clockwise ? 90 : -90));
            return new Wind(speed * Math.Sin(towards), speed * Math.Cos(towards));
        }
    }
}
