using System.Text;
using System.Xml;
using Overflight.Feeds.Asterix;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Feeds.Cot;

/// <summary>
/// Makes fixes of Cursor on Target events, version 2.0 (MITRE, Event-PUBLIC.xsd, 2003; the Developer's Guide, 2005).
/// Takes a datagram or whatever else holds whole events.
/// </summary>
internal sealed class CotDecoder(ReadSession session)
{
    private const double Unknown = 9_999_999;
    private const double GenerationSeconds = 1;
    private bool _stampedLater;

    /// <summary>Events met so far.</summary>
    public long Events { get; private set; }

    /// <summary>Whether a datagram starts with an event, or with the XML declaration before one.</summary>
    public static bool StartsEvent(ReadOnlySpan<byte> datagram)
    {
        datagram = datagram.TrimStart("\uFEFF \t\r\n"u8);
        return datagram.Length > 0 && datagram[0] == '<' && EventSpan.Start(datagram[..Math.Min(datagram.Length, 1024)]) >= 0;
    }

    /// <summary>Reads the events of a datagram.</summary>
    /// <param name="datagram">One or more whole events.</param>
    /// <param name="offset">Where they stand in the input, or −1.</param>
    public void Accept(ReadOnlySpan<byte> datagram, long offset)
    {
        while (EventSpan.Start(datagram) is >= 0 and var start)
        {
            CheckBetween(datagram[..start], offset);
            var length = EventSpan.Length(datagram[start..]);
            if (length == 0)
            {
                session.Refuse(RejectionKind.Malformed, offset < 0 ? -1 : offset + start, Events++, "", "the event does not end within its datagram");
                return;
            }
            AcceptEvent(datagram.Slice(start, length), offset < 0 ? -1 : offset + start);
            datagram = datagram[(start + length)..];
            offset += offset < 0 ? 0 : start + length;
        }
    }

    /// <summary>Looks at what stands between events: a document type there is refused as one within an event is.</summary>
    public void CheckBetween(ReadOnlySpan<byte> bytes, long offset)
    {
        if (bytes.IndexOf("<!DOCTYPE"u8) >= 0)
            session.Refuse(RejectionKind.Malformed, offset, Events, "", "the XML declares a document type, which is never read");
    }

    /// <summary>Reads one event, from its start tag to its end.</summary>
    public void AcceptEvent(ReadOnlySpan<byte> bytes, long offset)
    {
        var record = Events++;
        CotEvent found;
        try
        {
            found = CotEvent.Read(bytes);
        }
        catch (Exception e) when (e is XmlException or InvalidDataException)
        {
            session.Refuse(RejectionKind.Malformed, offset, record, "", $"not a well-formed event ({Shown.Of(e.Message)})");
            return;
        }
        if (!CotType.IsAircraft(found.Type) || found.Opex.StartsWith('s') || found.How.StartsWith("m-s", StringComparison.Ordinal))
            session.PassOver(RejectionKind.NotAnAircraft);
        else
            TakeAircraft(found, offset, record);
    }

    /// <summary>Tells what only all events together show.</summary>
    public void Finish()
    {
        if (Events == 0)
            return;
        session.Note("Cursor on Target: \"ce\" is taken as one standard deviation, as its schema says of errors, and 2.448 times it as the 95 % radius");
        if (session.CountOf(RejectionKind.NotAnAircraft) is > 0 and var others)
            session.Note($"{others:N0} events are not of aircraft, or are marked as simulated");
        if (_stampedLater)
            session.Note("some events were generated more than a second away from the start of their validity; their time counts as that of the record");
    }

    private void TakeAircraft(CotEvent found, long offset, long record)
    {
        if (!found.HasPoint || IsNowhere(found))
        {
            session.PassOver(RejectionKind.NoPosition);
            return;
        }
        if (!Coordinate(found.Latitude, "lat", offset, record, out var latitude) || !Coordinate(found.Longitude, "lon", offset, record, out var longitude))
            return;
        var position = new GeoPoint(latitude, longitude);
        if (!PositionCheck.Passes(session, position, offset, record) || !Time(found.Time, offset, record, out var time))
            return;
        if (TrackOf(found) is not { } track)
            return;
        if (track.HasLast && track.Last.Position == position && track.Last.Time.Microseconds == time)
        {
            session.PassOver(RejectionKind.Duplicate);
            return;
        }
        if (found.Callsign.Length > 0)
            CallsignText.Note(track, new UtcInstant(time), Encoding.UTF8.GetBytes(found.Callsign));
        if (track.Builder.Aircraft.Description.Length == 0)
            track.Builder.Aircraft = track.Builder.Aircraft with { Description = CotType.Words(found.Type) };
        var fix = FixOf(found, position, time, record);
        track.Last = fix;
        track.HasLast = true;
        session.Tracks.Add(track, fix);
    }

    private Fix FixOf(CotEvent found, GeoPoint position, long time, long record)
    {
        var isLate = Instant(found.Start, out var start) && Math.Abs(start - time) > GenerationSeconds * 1e6;
        _stampedLater |= isLate;
        var course = Number(found.Course);
        return new Fix
        {
            Time = new UtcInstant(time),
            Position = position,
            GeometricAltitudeFeet = Number(found.Height) is var height && Math.Abs(height) < Unknown ? (float)(height * Units.FeetPerMetre) : float.NaN,
            GroundSpeedKnots = Number(found.Speed) is var speed and >= 0 and < 100_000 ? (float)(speed * Units.KnotsPerMetrePerSecond) : float.NaN,
            TrackDegrees = course is >= 0 and < 360 ? (float)course : course == 360 ? 0 : float.NaN,
            AccuracyMetres = Number(found.CircularError) is var error and > 0 and < Unknown ? PositionQuality.Radius95(error) : float.NaN,
            // Anything but a satellite position measured by the machine itself has passed through hands or radios.
            Source = found.How.StartsWith("m-g", StringComparison.Ordinal) ? FixSource.Gnss : FixSource.Other,
            Status = isLate ? FixStatus.TimeIsOfRecord : FixStatus.None,
            Record = record,
        };
    }

    /// <summary>An address where the uid is made of one (<c>ICAO-AC671B</c>), else the uid as a name.</summary>
    private OpenTrack? TrackOf(CotEvent found)
    {
        var uid = found.Uid;
        if (uid.StartsWith("ICAO", StringComparison.OrdinalIgnoreCase) && uid.Length is 10 or 11 && AircraftAddress.TryParse(uid.AsSpan(uid.Length - 6), out var address))
            return session.Tracks.Of(address);
        return session.Tracks.Of(uid.Length > 0 ? Shown.Of(uid) : "unknown");
    }

    private static bool IsNowhere(CotEvent found) =>
        Number(found.Latitude) == 0 && Number(found.Longitude) == 0 && Number(found.CircularError) is >= Unknown or double.NaN;

    private bool Coordinate(string text, string field, long offset, long record, out double value)
    {
        value = Number(text);
        if (double.IsFinite(value))
            return true;
        session.Refuse(RejectionKind.NotANumber, offset, record, field, $"\"{Shown.Of(text)}\" is not a number of degrees");
        return false;
    }

    private bool Time(string text, long offset, long record, out long time)
    {
        if (Instant(text, out time))
            return true;
        session.Refuse(text.Length == 0 ? RejectionKind.NoTime : RejectionKind.TimeOutOfRange, offset, record, "time", text.Length == 0 ? "the event has no time" : $"\"{Shown.Of(text)}\" is not a time from 1990 to 2100");
        return false;
    }

    private static bool Instant(string text, out long time) =>
        TimeText.Read(Encoding.UTF8.GetBytes(text), 0, out time, out _) == TimePart.Instant;

    private static double Number(string text) => DecimalText.TryParse(Encoding.UTF8.GetBytes(text), out var value) ? value : double.NaN;
}
