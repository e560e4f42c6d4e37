using Overflight.Geodesy;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.Building;
using Overflight.Misb.Sets.St0601;
using Overflight.Misb.Sets.St1204;
using Overflight.Misb.Sight;
using Overflight.Tracks;

namespace Overflight.Cli.Demo;

/// <summary>An invented turret on an exercise flight: the metadata of its pictures, as MISB ST 0601 has them, while it looks at places on the ground.</summary>
/// <param name="Flight">The flight that carries it.</param>
/// <param name="GroundMetres">Height of the ground above the sea.</param>
/// <param name="Stares">From and to, seconds after the start, and the place looked at.</param>
internal sealed record ExerciseSensor(ExerciseFlight Flight, double GroundMetres, IReadOnlyList<(double From, double To, GeoPoint Place)> Stares)
{
    private const double AcrossDegrees = 2.4;
    private const double DownDegrees = 1.35;
    private const double PitchDegrees = 2.5;

    // Restricted to nothing, and of Mexico, the State that the exercise has flown over (ST 0102).
    private const int Unclassified = 1;
    private const int ByThreeLetters = 2;
    private const int SecurityVersion = 12;

    // Virtual sensor, virtual platform: nothing here was ever built (ST 1204).
    private static readonly MiisIdentifier s_identifier = new(1, 0x50, new Guid("1a17e570-0000-4000-8000-000000000001"), new Guid("1a17e570-0000-4000-8000-000000000002"), null, null);

    /// <summary>The packets as bare KLV.</summary>
    public byte[] ToKlv()
    {
        using var klv = new MemoryStream();
        foreach (var (seconds, place, track) in Flight.Points())
            if (Stares.FirstOrDefault(s => seconds >= s.From && seconds < s.To) is { To: > 0 } stare)
                klv.Write(Packet(Flight.Start.AddSeconds(seconds), place, track, stare.Place));
        return klv.ToArray();
    }

    private byte[] Packet(UtcInstant time, GeoPoint place, double track, GeoPoint target)
    {
        var packet = new St0601Packet
        {
            PrecisionTimeStamp = (ulong)time.Microseconds,
            MissionId = "EXERCISE LANTERN",
            PlatformHeadingAngle = track,
            PlatformPitchAngle = PitchDegrees,
            PlatformRollAngle = 0,
            PlatformDesignation = Flight.Name,
            ImageSourceSensor = "EO (exercise)",
            ImageCoordinateSystem = "Geodetic WGS84",
            SensorLatitude = place.LatitudeDegrees,
            SensorLongitude = place.LongitudeDegrees,
            SensorTrueAltitude = Flight.AltitudeFeet * SiUnits.MetresPerFoot,
            SensorHorizontalFieldOfView = AcrossDegrees,
            SensorVerticalFieldOfView = DownDegrees,
            PlatformGroundSpeed = Flight.SpeedKnots * Wgs84.MetresPerNauticalMile / 3600,
        };
        var geoid = Geoid.IsAvailable ? Geoid.UndulationMetres(place) : 0;
        var aim = Aim.At(place, packet.SensorTrueAltitude!.Value + geoid, target, GroundMetres + geoid);
        var (azimuth, elevation, roll) = aim.On(Rotation.Of(packet.PlatformHeadingAngle!.Value, packet.PlatformPitchAngle!.Value, 0));
        (packet.SensorRelativeAzimuthAngle, packet.SensorRelativeElevationAngle, packet.SensorRelativeRollAngle) = (azimuth, elevation, roll);
        packet.SlantRange = aim.SlantRangeMetres;
        packet.TargetWidth = PoseReader.Of(packet).WidthAtSlantRangeMetres;
        (packet.FrameCenterLatitude, packet.FrameCenterLongitude, packet.FrameCenterElevation) = (target.LatitudeDegrees, target.LongitudeDegrees, GroundMetres);
        packet.Set.SetNode(48, KlvNode.Of(48, [
            KlvNode.Of(1, Unclassified), KlvNode.Of(2, ByThreeLetters), KlvNode.Of(3, "//MEX"), KlvNode.Of(12, ByThreeLetters), KlvNode.Of(13, "MEX"), KlvNode.Of(22, SecurityVersion)]));
        packet.Set.SetUnsigned(65, PacketBuilder.Version);
        packet.MiisCoreIdentifier = s_identifier;
        packet.Set.SetBytes(1, [0, 0]);
        return packet.Encode();
    }
}
