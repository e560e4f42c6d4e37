using Overflight.Geodesy;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St0601;

namespace Overflight.Misb.Sight;

/// <summary>Takes the pose out of packets.</summary>
public static class PoseReader
{
    // Of the angles of full range, tags 90 and 91 (MISB ST 0601).
    private const double FullStep = 180 / 4294967294.0;

    /// <summary>The pose of a packet of ST 0601.</summary>
    public static StatedPose Of(St0601Packet packet)
    {
        ArgumentNullException.ThrowIfNull(packet);
        return Of(packet.Set, false, packet.PrecisionTimeStamp);
    }

    /// <summary>The pose of a set of ST 0601.</summary>
    public static StatedPose Of(KlvSet set)
    {
        ArgumentNullException.ThrowIfNull(set);
        return Of(set, false, set.TryGet(2, out var time) && time.Kind == ValueKind.UnsignedInteger ? time.UnsignedInteger : null);
    }

    /// <summary>The pose of a set of EG 0104, as <see cref="UniversalSet.Read"/> gives it.</summary>
    public static StatedPose Of(IReadOnlyList<KlvNode> universal)
    {
        ArgumentNullException.ThrowIfNull(universal);
        var time = universal.FirstOrDefault(n => n.Tag == 2);
        return Make(
            tag => universal.FirstOrDefault(n => n.Tag == tag) is { Kind: ValueKind.Number or ValueKind.SignedInteger or ValueKind.UnsignedInteger } node ? node.Number : double.NaN,
            true, time is { Kind: ValueKind.UnsignedInteger } ? (ulong)time.IntegerBits : null);
    }

    private static StatedPose Of(KlvSet set, bool isEarthReferenced, ulong? time) => Make(
        tag => set.TryGet(tag, out var item) && item.Kind is ValueKind.Number or ValueKind.SignedInteger or ValueKind.UnsignedInteger ? item.Number : double.NaN,
        isEarthReferenced, time);

    private static StatedPose Make(Func<ulong, double> number, bool isEarthReferenced, ulong? time)
    {
        var centre = new GeoPoint(number(23), number(24));
        return new StatedPose
        {
            TimeMicroseconds = time,
            IsEarthReferenced = isEarthReferenced,
            Sensor = new(number(13), number(14)),
            SensorAltitudeMetres = number(15),
            SensorHeightMetres = Else(number(104), number(75)),
            HeadingDegrees = number(5),
            PitchDegrees = Else(number(90), number(6)),
            RollDegrees = Else(number(91), number(7)),
            AttitudeStepsDegrees = (double.IsNaN(number(90)) ? 40 / 65534.0 : FullStep, double.IsNaN(number(91)) ? 100 / 65534.0 : FullStep),
            AzimuthDegrees = number(18),
            ElevationDegrees = number(19),
            SensorRollDegrees = number(20),
            HorizontalFieldOfViewDegrees = number(16),
            VerticalFieldOfViewDegrees = number(17),
            SlantRangeMetres = number(21),
            TargetWidthMetres = Else(number(96), number(22)),
            GroundRangeMetres = number(57),
            Centre = centre,
            CentreElevationMetres = number(25),
            CentreHeightMetres = number(78),
            Corners = Corners(number, centre),
            TargetError90Metres = (number(45), number(46)),
        };
    }

    private static GeoPoint[] Corners(Func<ulong, double> number, GeoPoint centre)
    {
        var corners = new GeoPoint[4];
        for (var i = 0; i < 4; i++)
        {
            var (full, offset) = ((ulong)(82 + 2 * i), (ulong)(26 + 2 * i));
            var corner = new GeoPoint(number(full), number(full + 1));
            corners[i] = corner.IsValid ? corner : new GeoPoint(centre.LatitudeDegrees + number(offset), centre.LongitudeDegrees + number(offset + 1)).Normalised();
            if (!corners[i].IsValid)
                return [];
        }
        return corners;
    }

    private static double Else(double first, double second) => double.IsNaN(first) ? second : first;
}
