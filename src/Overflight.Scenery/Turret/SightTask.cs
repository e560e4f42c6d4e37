using Overflight.Geodesy;
using Overflight.Misb.Sight;
using Overflight.Scenery.Ground;
using Overflight.Sorties.Flight;

namespace Overflight.Scenery.Turret;

/// <summary>Where a turret is to look while it does one command.</summary>
internal abstract class SightTask
{
    public abstract TurretMode Mode { get; }

    /// <summary>The direction wanted, north, east, down; and the place, where it is one.</summary>
    /// <param name="platform">Where the turret is.</param>
    /// <param name="attitude">The platform's turn into north, east, down.</param>
    /// <param name="seconds">Since the command.</param>
    /// <param name="ground">How high the ground is.</param>
    public abstract (SightLine Line, GeoPoint? Place, double PlaceHeightMetres) At(in VehicleState platform, Rotation attitude, double seconds, IHeightField ground);

    public static SightTask? Of(TurretCommand command, TurretType type, SightLine line) => command switch
    {
        StowCommand => new Rest(type.StowElevationDegrees),
        LookAtCommand look => new Place(TurretMode.Stare, _ => look.Place, look.HeightMetres),
        LookAlongCommand along => new Direction(TurretMode.Direction, _ => (along.HeadingDegrees, -along.DepressionDegrees)),
        TrackPointCommand track => new Place(TurretMode.TrackPoint, s => Geodesic.Direct(track.Place, track.CourseDegrees, s * track.SpeedMetresPerSecond), null),
        ScanSectorCommand scan => new Direction(TurretMode.Scan, s => (scan.CentreHeadingDegrees + 0.5 * scan.WidthDegrees * ToAndFro(s * scan.RateDegreesPerSecond / scan.WidthDegrees), -scan.DepressionDegrees)),
        ScanStripCommand strip => Strip(strip),
        TurnCommand turn => Turn(turn, line.AzimuthDegrees, line.ElevationDegrees),
        _ => null,
    };

    private static Place Strip(ScanStripCommand strip)
    {
        var way = GeodesicLine.Between(strip.From, strip.To);
        return new Place(TurretMode.Scan, s => way.PointAt(0.5 * way.DistanceMetres * (1 + ToAndFro(s * strip.SpeedMetresPerSecond / way.DistanceMetres - 0.5))), null);
    }

    private static Direction Turn(TurnCommand turn, double azimuth, double elevation) =>
        new(TurretMode.Rate, s => (azimuth + s * turn.RightDegreesPerSecond, Math.Clamp(elevation + s * turn.UpDegreesPerSecond, -90, 90)));

    // From the middle to 1, to -1 and so on: one unit of the argument is once across.
    private static double ToAndFro(double across)
    {
        var phase = across + 0.5 - 2 * Math.Floor((across + 0.5) / 2);
        return phase < 1 ? 2 * phase - 1 : 3 - 2 * phase;
    }

    private sealed class Rest(double elevationDegrees) : SightTask
    {
        public override TurretMode Mode => TurretMode.Stow;

        public override (SightLine Line, GeoPoint? Place, double PlaceHeightMetres) At(in VehicleState platform, Rotation attitude, double seconds, IHeightField ground) =>
            (SightLine.Of(0, elevationDegrees).By(attitude), null, 0);
    }

    private sealed class Direction(TurretMode mode, Func<double, (double Azimuth, double Elevation)> along) : SightTask
    {
        public override TurretMode Mode => mode;

        public override (SightLine Line, GeoPoint? Place, double PlaceHeightMetres) At(in VehicleState platform, Rotation attitude, double seconds, IHeightField ground)
        {
            var (azimuth, elevation) = along(seconds);
            return (SightLine.Of(azimuth, elevation), null, 0);
        }
    }

    private sealed class Place(TurretMode mode, Func<double, GeoPoint> place, double? heightMetres) : SightTask
    {
        public override TurretMode Mode => mode;

        public override (SightLine Line, GeoPoint? Place, double PlaceHeightMetres) At(in VehicleState platform, Rotation attitude, double seconds, IHeightField ground)
        {
            var at = place(seconds);
            var height = heightMetres ?? ground.HeightMetres(at);
            var (east, north, up) = new EnuFrame(platform.Place, platform.HeightMetres).ToEnu(at, height);
            var length = Math.Sqrt(east * east + north * north + up * up);
            return (length > 0 ? new SightLine(north / length, east / length, -up / length) : new SightLine(0, 0, 1), at, height);
        }
    }
}
