using System.Text;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Feeds;

/// <summary>
/// Reads features: points whose properties are the row, and lines whose positions have times of their own
/// (<c>coordTimes</c>, <c>times</c> or <c>coordinateProperties.times</c>). Heights are metres (RFC 7946 4).
/// </summary>
internal sealed class GeoJsonFeatureParser(ReadSession session) : IElementParser
{
    private static readonly ColumnBinding s_latitude = new(ColumnRole.Latitude);
    private static readonly ColumnBinding s_longitude = new(ColumnRole.Longitude);
    private static readonly ColumnBinding s_height = new(ColumnRole.GeometricAltitude, 100, Units.FeetPerMetre);
    private readonly RowInterpreter _interpreter = new(session, marksRowTimes: false);
    private readonly RowMembers _members = new();
    private readonly Row _row = new();
    private long _features;
    private long _withoutTime;

    public byte Opening => (byte)'{';

    public void Parse(ref JsonScanner scanner, long record, long offset)
    {
        var feature = GeoJsonFeature.Read(ref scanner);
        if (!scanner.IsGood)
            return;
        _features++;
        _row.Clear();
        if (!feature.Properties.IsEmpty)
        {
            var properties = new JsonScanner(feature.Properties);
            _members.Read(ref properties, _row);
        }
        if (feature.Type.SequenceEqual("Point"u8))
            ReadPoint(feature, record, offset);
        else if ((feature.Type.SequenceEqual("LineString"u8) || feature.Type.SequenceEqual("MultiLineString"u8)) && !feature.Times.IsEmpty)
            ReadLine(feature, record, offset);
        else
            _withoutTime++;
    }

    /// <summary>Tells what only all features together show.</summary>
    public void Finish()
    {
        _interpreter.Finish();
        if (_withoutTime == _features)
            session.Refuse(RejectionKind.NoTime, -1, -1, "", $"not a format that Overflight reads: GeoJSON, but none of its {_features:N0} features is a point with a time or a line with coordTimes");
        else if (_withoutTime > 0)
            session.Note($"{_withoutTime:N0} of {_features:N0} features are no tracks (areas, or lines and points without times) and were passed over");
    }

    private void ReadPoint(in GeoJsonFeature feature, long record, long offset)
    {
        if (!HasTime())
        {
            _withoutTime++;
            return;
        }
        // The geometry is the position; properties may repeat it rounded.
        var scanner = new JsonScanner(feature.Coordinates);
        ReadPosition(ref scanner, _row);
        _interpreter.Accept(_row, record, offset);
    }

    private bool HasTime()
    {
        var has = _row.Has(ColumnRole.PositionTime);
        for (var slot = 0; slot < ColumnNames.TimeSlots; slot++)
            has |= !_row.TimeText(slot).IsEmpty;
        return has;
    }

    private void ReadLine(in GeoJsonFeature feature, long record, long offset)
    {
        if (TrackOfFeature(record) is not { } track)
            return;
        var positions = new JsonScanner(feature.Coordinates);
        var times = new JsonScanner(feature.Times);
        long count = 0;
        var isMulti = feature.Type.SequenceEqual("MultiLineString"u8);
        var timesAreNested = feature.Times[1..].TrimStart(" \r\n\t"u8).StartsWith("["u8);
        var more = EnterInnermost(ref positions, isMulti) & EnterInnermost(ref times, timesAreNested);
        while (more)
        {
            ReadNumbers(ref positions, out var longitude, out var latitude, out var height);
            times.Next();
            var start = times.Position;
            var kind = times.ReadScalar(out _, out var text);
            if (kind is JsonKind.Object or JsonKind.Array)
                times.SkipValue();
            if (!positions.IsGood || !times.IsGood)
                break;
            Add(track, new GeoPoint(latitude, longitude), height, kind == JsonKind.String ? text : times.Data[start..times.Position], offset, record);
            count++;
            var morePositions = NextInner(ref positions);
            var moreTimes = NextInner(ref times);
            if (morePositions != moreTimes)
                session.Refuse(RejectionKind.TimesDoNotMatch, offset, record, "coordTimes", $"the line has {(morePositions ? "fewer" : "more")} times than positions; the {count:N0} that stand in pairs were read");
            more = morePositions && moreTimes;
        }
        if (_row.Has(ColumnRole.Callsign) && track.HasLast)
            CallsignText.Note(track, track.Last.Time, _row.Text(ColumnRole.Callsign));
    }

    private OpenTrack? TrackOfFeature(long record)
    {
        if (AddressText.TryRead(_row.Text(ColumnRole.Address), out var address))
            return session.Tracks.Of(address);
        foreach (var role in (ReadOnlySpan<ColumnRole>)[ColumnRole.Registration, ColumnRole.Name, ColumnRole.Callsign])
        {
            if (_row.Has(role))
                return session.Tracks.Of(Shown.Of(Encoding.UTF8.GetString(_row.Text(role)).Trim()));
        }
        return session.Tracks.Of($"line {record + 1}");
    }

    private void Add(OpenTrack track, GeoPoint position, double height, ReadOnlySpan<byte> time, long offset, long record)
    {
        if (!PositionCheck.Passes(session, position, offset, record))
            return;
        var part = TimeText.Read(time, 0, out var microseconds, out var hasZone);
        if (part != TimePart.Instant)
        {
            session.Refuse(part == TimePart.OutOfRange ? RejectionKind.TimeOutOfRange : RejectionKind.NoTime, offset, record, "coordTimes", $"\"{Shown.Of(time)}\" is not a time from 1990 to 2100");
            return;
        }
        if (!hasZone)
            session.Note("the times name no zone and are taken as UTC");
        var fix = new Fix { Time = new UtcInstant(microseconds), Position = position, GeometricAltitudeFeet = (float)(height * Units.FeetPerMetre), Record = record };
        track.Last = fix;
        track.HasLast = true;
        session.Tracks.Add(track, fix);
    }

    /// <summary>Goes to the first item of a list, or of the first list in a list of lists.</summary>
    private static bool EnterInnermost(ref JsonScanner scanner, bool isNested)
    {
        scanner.Expect((byte)'[');
        if (isNested)
            scanner.Expect((byte)'[');
        return scanner.IsGood && scanner.Next() is not ((byte)']' or 0);
    }

    /// <summary>Goes to the next item, over the seam between two lines of a multi-line too.</summary>
    private static bool NextInner(ref JsonScanner scanner)
    {
        if (scanner.TakeCommaOrEnd((byte)']'))
            return true;
        if (!scanner.IsGood || !scanner.Take((byte)','))
            return false;
        scanner.Take((byte)'[');
        return scanner.IsGood;
    }

    private static void ReadNumbers(ref JsonScanner scanner, out double longitude, out double latitude, out double height)
    {
        (longitude, latitude, height) = (double.NaN, double.NaN, double.NaN);
        scanner.Expect((byte)'[');
        scanner.ReadNumber(out longitude);
        if (scanner.TakeCommaOrEnd((byte)']'))
            scanner.ReadNumber(out latitude);
        else
            return;
        if (!scanner.TakeCommaOrEnd((byte)']'))
            return;
        scanner.ReadNumber(out height);
        while (scanner.TakeCommaOrEnd((byte)']'))
            scanner.SkipValue();
    }

    private static void ReadPosition(ref JsonScanner scanner, Row row)
    {
        scanner.Expect((byte)'[');
        for (var index = 0; scanner.IsGood; index++)
        {
            scanner.Next();
            var start = scanner.Position;
            if (scanner.ReadNumber(out _) is JsonKind.Number or JsonKind.NotANumber)
                row.Replace(index switch { 0 => s_longitude, 1 => s_latitude, 2 => s_height, _ => ColumnBinding.None }, scanner.Data[start..scanner.Position]);
            if (!scanner.TakeCommaOrEnd((byte)']'))
                return;
        }
    }
}
