using Overflight.Geodesy;
using Overflight.Sorties.Flight;
using Overflight.Tracks;

namespace Overflight.SceneryBench;

/// <summary>An aircraft on a circle, as a flight model would have it.</summary>
internal sealed record Orbit(GeoPoint Centre, double RadiusMetres, double HeightMetres, double SpeedMetresPerSecond, UtcInstant Start)
{
    public VehicleState At(double seconds)
    {
        var bearing = double.RadiansToDegrees(seconds * SpeedMetresPerSecond / RadiusMetres);
        var track = (bearing + 90) % 360;
        return new VehicleState
        {
            Time = Start.AddSeconds(seconds),
            Place = Geodesic.Direct(Centre, bearing, RadiusMetres),
            HeightMetres = HeightMetres,
            HeadingDegrees = track,
            TrackDegrees = track,
            PitchDegrees = 2.5,
            RollDegrees = double.RadiansToDegrees(Math.Atan(SpeedMetresPerSecond * SpeedMetresPerSecond / (9.81 * RadiusMetres))),
            GroundSpeedMetresPerSecond = SpeedMetresPerSecond,
            TrueAirspeedMetresPerSecond = SpeedMetresPerSecond,
            FuelKilograms = 900,
            MassKilograms = 4000,
            IsAirborne = true,
        };
    }
}
