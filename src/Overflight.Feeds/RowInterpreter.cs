using System.Text;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Feeds;

/// <summary>Makes fixes of rows, whatever table they come from.</summary>
internal sealed class RowInterpreter(ReadSession session, bool marksRowTimes)
{
    private const double ParkedKnots = 5;
    private readonly RowClock _clock = new(session);
    private readonly UnitEvidence _evidence = new();
    private long _rows;
    private long _swapSuspects;
    private long _wrapped;
    private bool _usedRowTime;

    /// <summary>The name that rows without address, registration or call sign go by.</summary>
    public string FallbackName { get; init; } = "unknown";

    public void Accept(Row row, long record, long offset)
    {
        _rows++;
        if (!ReadPosition(row, record, offset, out var position))
            return;
        if (!ReadTime(row, record, offset, out var time, out var status))
            return;
        if (TrackOf(row) is not { } track)
            return;
        var speed = row.Number(ColumnRole.GroundSpeed);
        if (IsOnGround(row))
            status |= FixStatus.OnGround;
        if (track.HasLast && track.Last.Position == position && IsRepeat(track.Last, time, status, speed))
            return;
        var fix = new Fix
        {
            Time = new UtcInstant(time),
            Position = position,
            BarometricAltitudeFeet = (float)row.Number(ColumnRole.BarometricAltitude),
            GeometricAltitudeFeet = (float)row.Number(ColumnRole.GeometricAltitude),
            GroundSpeedKnots = (float)speed,
            TrackDegrees = (float)Circle(row.Number(ColumnRole.TrackAngle)),
            VerticalRateFeetPerMinute = (float)row.Number(ColumnRole.VerticalRate),
            AccuracyMetres = (float)row.Number(ColumnRole.AccuracyMetres),
            ContainmentMetres = row.Number(ColumnRole.ContainmentMetres) is var rc and > 0 ? (float)rc : float.NaN,
            Nic = Code(row, ColumnRole.Nic, 11),
            NacP = Code(row, ColumnRole.NacP, 11),
            Sil = Code(row, ColumnRole.Sil, 3),
            Squawk = SquawkText.Read(row.Text(ColumnRole.Squawk)),
            Source = SourceOf(row),
            Status = status,
            Record = record,
        };
        if (track.HasLast)
            _evidence.Watch(track.Last, fix);
        track.Last = fix;
        track.HasLast = true;
        if (row.Has(ColumnRole.Callsign))
            CallsignText.Note(track, fix.Time, row.Text(ColumnRole.Callsign));
        session.Tracks.Add(track, fix);
    }

    /// <summary>Tells what only all rows together show.</summary>
    public void Finish()
    {
        var stale = session.CountOf(RejectionKind.StaleRepeat);
        if (stale > 0)
            session.Note($"{stale:N0} rows repeat the position before them and were taken as stale");
        if (_usedRowTime)
            session.Note("the rows give no time of position, so their own time stands for it (it may be later by some seconds)");
        if (_wrapped > 0)
            session.Note($"{_wrapped:N0} longitudes between 180 and 360 were taken as west of Greenwich");
        if (_swapSuspects > 0 && _swapSuspects * 2 > session.CountOf(RejectionKind.LatitudeOutOfRange))
            session.Note($"{_swapSuspects:N0} of {_rows:N0} rows have a latitude beyond 90 with a longitude within 90: the two columns look swapped. They were not swapped here; correct the header and read again");
        _evidence.Tell(session);
    }

    private bool ReadPosition(Row row, long record, long offset, out GeoPoint position)
    {
        position = default;
        var latitudeText = row.Text(ColumnRole.Latitude);
        var longitudeText = row.Text(ColumnRole.Longitude);
        if (latitudeText.IsEmpty && row.Has(ColumnRole.PositionPair))
        {
            var pair = row.Text(ColumnRole.PositionPair);
            var comma = pair.IndexOfAny((byte)',', (byte)' ');
            if (comma > 0)
            {
                latitudeText = pair[..comma];
                longitudeText = pair[(comma + 1)..];
            }
        }
        if (latitudeText.IsEmpty || longitudeText.IsEmpty)
        {
            session.PassOver(RejectionKind.NoPosition);
            return false;
        }
        if (!Coordinate(latitudeText, "latitude", record, offset, out var latitude) || !Coordinate(longitudeText, "longitude", record, offset, out var longitude))
            return false;
        if (row.Has(ColumnRole.Latitude))
            (latitude, longitude) = (latitude * row.Scale(ColumnRole.Latitude), longitude * row.Scale(ColumnRole.Longitude));
        if (longitude is > 180 and <= 360)
        {
            _wrapped++;
            longitude -= 360;
        }
        if (Math.Abs(latitude) is > 90 and <= 360 && Math.Abs(longitude) <= 90)
            _swapSuspects++;
        position = new GeoPoint(latitude, longitude);
        return PositionCheck.Passes(session, position, offset, record);
    }

    private bool Coordinate(ReadOnlySpan<byte> text, string field, long record, long offset, out double value)
    {
        if (DecimalText.TryParse(text, out value) && double.IsFinite(value))
            return true;
        session.Refuse(RejectionKind.NotANumber, offset, record, field, $"\"{Shown.Of(text)}\" is not a number of degrees");
        return false;
    }

    private bool ReadTime(Row row, long record, long offset, out long time, out FixStatus status)
    {
        status = FixStatus.None;
        if (row.Has(ColumnRole.PositionTime)
            && TimeText.Read(row.Text(ColumnRole.PositionTime), row.Scale(ColumnRole.PositionTime), out time, out _) == TimePart.Instant)
            return true;
        var part = _clock.Read(row, out time);
        if (part == TimePart.Instant)
        {
            if (marksRowTimes)
                status = FixStatus.TimeIsOfRecord;
            _usedRowTime |= marksRowTimes;
            return true;
        }
        if (part == TimePart.OutOfRange)
            session.Refuse(RejectionKind.TimeOutOfRange, offset, record, "time", "the time lies outside 1990 to 2100");
        else
            session.Refuse(RejectionKind.NoTime, offset, record, "time", "the row has no time that is understood");
        return false;
    }

    private bool IsRepeat(in Fix last, long time, FixStatus status, double speed)
    {
        if (last.Time.Microseconds == time)
        {
            session.PassOver((status & FixStatus.TimeIsOfRecord) == 0 && marksRowTimes ? RejectionKind.StaleRepeat : RejectionKind.Duplicate);
            return true;
        }
        // An aircraft that stands still repeats its position truly; one that moves does not.
        var stands = (status & FixStatus.OnGround) != 0 || speed <= ParkedKnots;
        if ((status & FixStatus.TimeIsOfRecord) == 0 || stands)
            return false;
        session.PassOver(RejectionKind.StaleRepeat);
        return true;
    }

    private OpenTrack? TrackOf(Row row)
    {
        var address = row.Text(ColumnRole.Address);
        if (AddressText.TryRead(address, out var known))
            return Describe(session.Tracks.Of(known), row);
        foreach (var role in (ReadOnlySpan<ColumnRole>)[ColumnRole.Address, ColumnRole.Registration, ColumnRole.Name, ColumnRole.Callsign])
        {
            if (row.Has(role))
                return Describe(session.Tracks.Of(Shown.Of(Encoding.UTF8.GetString(row.Text(role)).Trim())), row);
        }
        return Describe(session.Tracks.Of(FallbackName), row);
    }

    private static OpenTrack? Describe(OpenTrack? track, Row row)
    {
        if (track is null || track.HasLast || !(row.Has(ColumnRole.Registration) || row.Has(ColumnRole.TypeDesignator) || row.Has(ColumnRole.Description)))
            return track;
        track.Builder.Aircraft = track.Builder.Aircraft with
        {
            Registration = Encoding.UTF8.GetString(row.Text(ColumnRole.Registration)).Trim(),
            TypeDesignator = Encoding.UTF8.GetString(row.Text(ColumnRole.TypeDesignator)).Trim(),
            Description = Encoding.UTF8.GetString(row.Text(ColumnRole.Description)).Trim(),
        };
        return track;
    }

    private static bool IsOnGround(Row row)
    {
        var flag = row.Text(ColumnRole.OnGround);
        if (flag.SequenceEqual("true"u8) || flag.SequenceEqual("True"u8) || flag.SequenceEqual("TRUE"u8) || flag.SequenceEqual("1"u8) || flag.SequenceEqual("1.0"u8) || flag.SequenceEqual("t"u8))
            return true;
        return row.Text(ColumnRole.BarometricAltitude).SequenceEqual("ground"u8);
    }

    private static double Circle(double degrees) => degrees switch
    {
        >= -360 and < 0 => degrees + 360,
        >= 0 and < 360 => degrees,
        360 => 0,
        _ => double.NaN,
    };

    private static sbyte Code(Row row, ColumnRole role, int highest) =>
        row.Number(role) is var code && code >= 0 && code <= highest ? (sbyte)code : (sbyte)-1;

    private static FixSource SourceOf(Row row)
    {
        var word = row.Text(ColumnRole.Source);
        return !word.IsEmpty && char.IsAsciiLetter((char)word[0]) && SourceWord.Read(word) is var source and not FixSource.Other ? source : FixSource.Unknown;
    }
}
