using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Feeds;

/// <summary>
/// Reads trace elements: seconds after the base, latitude, longitude, altitude in feet or "ground", ground speed
/// in knots, track in degrees, flags, vertical rate in feet per minute, detail object, source, geometric altitude
/// in feet, geometric rate, and more that is not used (readsb README-json.md, "trace jsons").
/// </summary>
internal sealed class ReadsbElementParser(ReadSession session, OpenTrack? track, long baseMicroseconds) : IElementParser
{
    private const long CarriedForMicroseconds = 60_000_000;
    private const int StaleFlag = 1;
    private const int NewLegFlag = 2;
    private const int GeometricRateFlag = 4;
    private const int GeometricAltitudeFlag = 8;
    private long _detailTime = long.MinValue;
    private double _containment = double.NaN;
    private sbyte _nic = -1;
    private sbyte _nacP = -1;
    private sbyte _sil = -1;
    private short _squawk = -1;
    private FixSource _source;

    /// <summary>Whether any integrity code was carried from one element to another.</summary>
    public bool CarriedSeconds { get; private set; }

    public byte Opening => (byte)'[';

    public void Parse(ref JsonScanner scanner, long record, long offset)
    {
        scanner.Position++;
        scanner.ReadNumber(out var seconds);
        scanner.Expect((byte)',');
        var latitudeKind = scanner.ReadNumber(out var latitude);
        scanner.Expect((byte)',');
        var longitudeKind = scanner.ReadNumber(out var longitude);
        scanner.Expect((byte)',');
        var altitudeKind = scanner.ReadScalar(out var altitude, out var altitudeText);
        var onGround = altitudeKind == JsonKind.String && altitudeText.SequenceEqual("ground"u8);
        double speed = double.NaN, angle = double.NaN, flagBits = 0, rate = double.NaN, geometric = double.NaN;
        var source = FixSource.Unknown;
        var hasDetail = false;
        ReadsbDetail detail = default;
        var index = 4;
        for (; scanner.TakeCommaOrEnd((byte)']'); index++)
        {
            switch (index)
            {
                case 4:
                    scanner.ReadNumber(out speed);
                    break;
                case 5:
                    scanner.ReadNumber(out angle);
                    break;
                case 6:
                    scanner.ReadNumber(out flagBits);
                    break;
                case 7:
                    scanner.ReadNumber(out rate);
                    break;
                case 8 when scanner.Next() == '{':
                    hasDetail = true;
                    detail = ReadsbDetail.Read(ref scanner);
                    break;
                case 9 when scanner.ReadScalar(out _, out var word) == JsonKind.String:
                    source = SourceWord.Read(word);
                    break;
                case 9:
                    break;
                case 10:
                    scanner.ReadNumber(out geometric);
                    break;
                default:
                    scanner.SkipValue();
                    break;
            }
        }
        if (!scanner.IsGood)
            return;
        if (latitudeKind is JsonKind.Null && longitudeKind is JsonKind.Null)
        {
            session.PassOver(RejectionKind.NoPosition);
            return;
        }
        var position = new GeoPoint(latitude, longitude);
        var time = baseMicroseconds + Math.Round(seconds * 1e6);
        if (!PositionCheck.Passes(session, position, offset, record) || !TimePasses(time, offset, record))
            return;
        if (track is null)
            return;
        var microseconds = (long)time;
        if (hasDetail)
            Remember(detail, microseconds);
        var flags = (int)(double.IsFinite(flagBits) ? flagBits : 0);
        if ((flags & GeometricAltitudeFlag) != 0)
        {
            if (double.IsNaN(geometric))
                geometric = altitude;
            altitude = double.NaN;
        }
        if (hasDetail && double.IsNaN(geometric))
            geometric = detail.GeometricAltitudeFeet;
        var age = microseconds - _detailTime;
        var carries = _detailTime != long.MinValue && age is >= 0 and <= CarriedForMicroseconds;
        CarriedSeconds |= carries && !hasDetail;
        if (hasDetail && !detail.Flight.IsEmpty)
            CallsignText.Note(track, new UtcInstant(microseconds), JsonText.Plain(detail.Flight));
        session.Tracks.Add(track, new Fix
        {
            Time = new UtcInstant(microseconds),
            Position = position,
            BarometricAltitudeFeet = onGround ? float.NaN : (float)altitude,
            GeometricAltitudeFeet = (float)geometric,
            GroundSpeedKnots = (float)speed,
            // On the ground readsb gives the heading of the nose here, which is no track.
            TrackDegrees = onGround ? float.NaN : (float)angle,
            VerticalRateFeetPerMinute = (float)rate,
            ContainmentMetres = carries ? (float)_containment : float.NaN,
            Nic = carries ? _nic : (sbyte)-1,
            NacP = carries ? _nacP : (sbyte)-1,
            Sil = carries ? _sil : (sbyte)-1,
            Squawk = carries ? _squawk : (short)-1,
            Source = source != FixSource.Unknown || !carries ? source : _source,
            Status = StatusOf(flags, onGround),
            Record = record,
        });
    }

    private static FixStatus StatusOf(int flags, bool onGround) =>
        (onGround ? FixStatus.OnGround : 0)
        | ((flags & StaleFlag) != 0 ? FixStatus.SilenceBefore : 0)
        | ((flags & NewLegFlag) != 0 ? FixStatus.NewLeg : 0)
        | ((flags & GeometricRateFlag) != 0 ? FixStatus.GeometricRate : 0);

    private bool TimePasses(double time, long offset, long record)
    {
        if (TimeRange.Holds(time))
            return true;
        if (double.IsNaN(time))
            session.Refuse(RejectionKind.NoTime, offset, record, "0", "the element has no time");
        else
            session.Refuse(RejectionKind.TimeOutOfRange, offset, record, "0", "the element's time lies outside 1990 to 2100");
        return false;
    }

    private void Remember(in ReadsbDetail detail, long microseconds)
    {
        _detailTime = microseconds;
        _containment = detail.ContainmentMetres;
        _nic = detail.Nic;
        _nacP = detail.NacP;
        _sil = detail.Sil;
        _squawk = detail.Squawk;
        _source = detail.Source;
    }
}
