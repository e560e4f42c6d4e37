using Overflight.Airspace;
using Overflight.Geodesy;
using Overflight.Misb.Sight;
using Overflight.Scenery.Ground;
using Overflight.Scenery.Turret;
using Overflight.Sorties.Flight;
using Overflight.Testing;
using Overflight.Tracks;

namespace Overflight.Scenery.Tests;

/// <summary>Worlds and aircraft that the tests share.</summary>
internal static class Worlds
{
    public static readonly UtcInstant Noon = UtcInstant.From(new DateTimeOffset(2026, 3, 1, 19, 30, 0, TimeSpan.Zero));
    public static readonly UtcInstant Night = UtcInstant.From(new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));
    public static readonly GeoPoint Inland = new(30.955, -116.0);

    private static string PackPath => Path.Combine(Repository.Root, "artifacts", "boundaries", "overflight-boundaries.pack");

    public static SceneWorld Land() => new(7, CoastLine.None(isLand: true));

    public static SceneWorld Sea() => new(7, CoastLine.None(isLand: false));

    public static CoastLine Coast()
    {
        Assert.SkipUnless(File.Exists(PackPath), "no boundary pack was built");
        return CoastLine.OfClaims(AirspaceIndex.Open(PackPath));
    }

    public static VehicleState Hover(GeoPoint place, double heightMetres, UtcInstant time, double heading = 0, double pitch = 0, double roll = 0) => new()
    {
        Time = time,
        Place = place,
        HeightMetres = heightMetres,
        HeadingDegrees = heading,
        PitchDegrees = pitch,
        RollDegrees = roll,
        TrackDegrees = heading,
        FuelKilograms = 500,
    };

    /// <summary>An aircraft on a circle.</summary>
    public static VehicleState Orbit(GeoPoint centre, double seconds, double radius = 3_000, double height = 3_000, double speed = 60)
    {
        var bearing = double.RadiansToDegrees(seconds * speed / radius);
        var track = (bearing + 90) % 360;
        return Hover(Geodesic.Direct(centre, bearing, radius), height, Noon.AddSeconds(seconds), track, 2, 7) with
        {
            GroundSpeedMetresPerSecond = speed,
            TrueAirspeedMetresPerSecond = speed,
            IsAirborne = true,
        };
    }

    public static TurretSight Sight(GeoPoint place, double height, double heading, double depression, double view, CameraKind kind = CameraKind.Eo) => new(
        place, height, Rotation.None, Rotation.Of(heading, -depression, 0),
        new CameraType { Kind = kind, Name = "test", HorizontalFieldsOfViewDegrees = [view] }, 0, TurretMode.Direction, SightCondition.OnTarget, 0);
}
