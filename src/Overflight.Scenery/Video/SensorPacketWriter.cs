using Overflight.Geodesy;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.Building;
using Overflight.Misb.Sets.St0102;
using Overflight.Misb.Sets.St0601;
using Overflight.Misb.Sets.St1204;
using Overflight.Scenery.Turret;
using Overflight.Tracks;

namespace Overflight.Scenery.Video;

/// <summary>Writes what is known of a frame as a packet of ST 0601, with the security set of ST 0102 and the targets of ST 0903 within. Values that an item cannot hold are left out.</summary>
public sealed class SensorPacketWriter
{
    private const ulong SecuritySet = 48;
    private const ulong TargetSet = 74;
    private const ulong ChecksumTag = 1;
    private const double MostWidthMetres = 10_000;
    private const double MostNarrowPitchDegrees = 20;
    private const double MostNarrowRollDegrees = 50;

    // GENC, three letters, by the tables of tags 2 and 12 of ST 0102.
    private const ulong GencThreeForClassifying = 14;
    private const ulong GencThreeForObjects = 14;
    private const byte VirtualIds = 2 << 5 | 2 << 3;

    private readonly SensorVideoOptions _options;
    private readonly byte[] _security;
    private readonly UtcInstant _start;

    /// <summary>A writer for one sortie.</summary>
    /// <param name="options">What the simulation does not know.</param>
    /// <param name="start">When the event began (tag 72).</param>
    public SensorPacketWriter(SensorVideoOptions options, UtcInstant start)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _start) = (options, start);
        var security = new KlvSet(St0102Set.Definition);
        security.SetUnsigned(1, 1);
        security.SetUnsigned(2, GencThreeForClassifying);
        security.SetText(3, $"//{options.ClassifyingCountry}");
        security.SetText(5, "EXERCISE");
        security.SetUnsigned(12, GencThreeForObjects);
        security.SetText(13, string.Join(';', options.ObjectCountries));
        security.SetText(14, "SIMULATED: NO REAL PLACE, SENSOR OR EVENT");
        security.SetUnsigned(22, 12);
        _security = security.Bytes.ToArray();
    }

    /// <summary>The packet of a frame: key, length, items, checksum.</summary>
    public byte[] Write(SensorFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        var packet = new St0601Packet { PrecisionTimeStamp = (ulong)frame.Platform.Time.Microseconds, MissionId = _options.MissionId };
        if (_options.TailNumber.Length > 0)
            packet.PlatformTailNumber = _options.TailNumber;
        Platform(packet, frame);
        Sensor(packet, frame);
        Ground(packet, frame);
        if (TargetNodes.Of(frame, _options) is { } targets)
            packet.Set.SetNode(TargetSet, targets);
        packet.MiisCoreIdentifier = new MiisIdentifier(1, VirtualIds, _options.SensorId, _options.PlatformId, null, null);
        packet.StreamDesignator = "SIMULATED";
        packet.VersionNumber = PacketBuilder.Version;
        packet.Set.SetBytes(ChecksumTag, new byte[packet.Set.Definition.ChecksumSize]);
        return packet.Encode();
    }

    private void Platform(St0601Packet packet, SensorFrame frame)
    {
        var state = frame.Platform;
        packet.PlatformHeadingAngle = InTurn(state.HeadingDegrees);
        if (Math.Abs(state.PitchDegrees) <= MostNarrowPitchDegrees)
            packet.PlatformPitchAngle = state.PitchDegrees;
        if (Math.Abs(state.RollDegrees) <= MostNarrowRollDegrees)
            packet.PlatformRollAngle = state.RollDegrees;
        packet.PlatformTrueAirspeed = Within(state.TrueAirspeedMetresPerSecond, 0, 255);
        packet.PlatformDesignation = _options.PlatformDesignation;
        packet.Set.SetBytes(SecuritySet, _security);
        packet.PlatformVerticalSpeed = Within(state.VerticalSpeedMetresPerSecond, -180, 180);
        packet.PlatformGroundSpeed = Within(state.GroundSpeedMetresPerSecond, 0, 255);
        packet.PlatformFuelRemaining = Within(state.FuelKilograms, 0, 10_000);
        if (_options.CallSign.Length > 0)
            packet.PlatformCallSign = _options.CallSign;
        packet.EventStartTime = (ulong)_start.Microseconds;
        // Exercise, by the table of tag 77.
        packet.OperationalMode = 3;
        var (sin, cos) = Math.SinCos(double.DegreesToRadians(state.TrackDegrees));
        packet.SensorNorthVelocity = Within(state.GroundSpeedMetresPerSecond * cos, -327, 327);
        packet.SensorEastVelocity = Within(state.GroundSpeedMetresPerSecond * sin, -327, 327);
        packet.PlatformPitchAngleFull = Within(state.PitchDegrees, -90, 90);
        packet.PlatformRollAngleFull = Within(state.RollDegrees, -90, 90);
        packet.PlatformCourseAngle = InTurn(state.TrackDegrees);
    }

    private static void Sensor(St0601Packet packet, SensorFrame frame)
    {
        var sight = frame.Sight;
        packet.ImageSourceSensor = sight.Camera.Name;
        packet.ImageCoordinateSystem = "Geodetic WGS84";
        packet.SensorLatitude = sight.Sensor.LatitudeDegrees;
        packet.SensorLongitude = sight.Sensor.LongitudeDegrees;
        packet.SensorTrueAltitude = Within(sight.SensorHeightMetres - Undulation(sight.Sensor), -900, 19_000);
        packet.SensorHorizontalFieldOfView = sight.HorizontalFieldOfViewDegrees;
        packet.SensorVerticalFieldOfView = sight.VerticalFieldOfViewDegrees;
        var (azimuth, elevation, roll) = sight.Gimbal;
        packet.SensorRelativeAzimuthAngle = InTurn(azimuth);
        packet.SensorRelativeElevationAngle = elevation;
        packet.SensorRelativeRollAngle = InTurn(roll);
        // Nothing ranges, tracks or lases.
        packet.GenericFlagData = 0;
        packet.SensorFieldOfViewName = sight.HorizontalFieldOfViewDegrees switch { < 2 => 0UL, < 4 => 1, < 15 => 2, < 40 => 3, _ => 4 };
        packet.SensorEllipsoidHeightExtended = Within(sight.SensorHeightMetres, -900, 40_000);
        packet.SensorControlMode = sight.Mode switch { TurretMode.Stow => 1UL, TurretMode.Rate => 3, _ => 5 };
    }

    private static void Ground(St0601Packet packet, SensorFrame frame)
    {
        if (frame.Footprint.Centre is { } centre)
        {
            packet.SlantRange = Within(centre.RangeMetres, 0, 5_000_000);
            var width = 2 * centre.RangeMetres * Math.Tan(0.5 * double.DegreesToRadians(frame.Sight.HorizontalFieldOfViewDegrees));
            packet.TargetWidth = Within(width, 0, MostWidthMetres);
            packet.TargetWidthExtended = Within(width, 0, 1_500_000);
            packet.FrameCenterLatitude = centre.Place.LatitudeDegrees;
            packet.FrameCenterLongitude = centre.Place.LongitudeDegrees;
            packet.FrameCenterElevation = Within(centre.HeightMetres - Undulation(centre.Place), -900, 19_000);
            packet.GroundRange = Geodesic.DistanceMetres(frame.Sight.Sensor, centre.Place);
            packet.FrameCenterHeightAboveEllipsoid = Within(centre.HeightMetres, -900, 19_000);
        }
        if (frame.Footprint.Kind != Misb.Sight.FootprintKind.Whole)
            return;
        for (var corner = 0; corner < 4; corner++)
        {
            packet.Set.SetNumber((ulong)(82 + 2 * corner), frame.Footprint.Corners[corner].Place.LatitudeDegrees);
            packet.Set.SetNumber((ulong)(83 + 2 * corner), frame.Footprint.Corners[corner].Place.LongitudeDegrees);
        }
    }

    private static double? Within(double value, double least, double greatest) => value >= least && value <= greatest ? value : null;

    private static double InTurn(double degrees) => degrees - 360 * Math.Floor(degrees / 360);

    private static double Undulation(GeoPoint place) => Geoid.IsAvailable ? Geoid.UndulationMetres(place) : 0;
}
