using System.Text;
using System.Xml;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Feeds;

/// <summary>Takes the points of GPX and KML, as text, and makes fixes of them.</summary>
internal sealed class MarkupPoints(ReadSession session, FixSource source)
{
    private long _record;

    /// <summary>Points met, good or bad.</summary>
    public long Count => _record;

    /// <summary>Adds a point. Heights are metres above mean sea level, as both formats say.</summary>
    public void Add(string name, string latitude, string longitude, string height, string time, int line)
    {
        var record = _record++;
        if (!Coordinate(latitude, "latitude", record, line, out var north) || !Coordinate(longitude, "longitude", record, line, out var east))
            return;
        var position = new GeoPoint(north, east);
        if (!PositionCheck.Passes(session, position, -1, record))
            return;
        if (time.Length == 0)
        {
            session.Refuse(RejectionKind.NoTime, -1, record, "time", $"the point at line {line} has no time");
            return;
        }
        var part = TimeText.Read(Encoding.UTF8.GetBytes(time), 0, out var microseconds, out var hasZone);
        if (part != TimePart.Instant)
        {
            session.Refuse(part == TimePart.OutOfRange ? RejectionKind.TimeOutOfRange : RejectionKind.NoTime, -1, record, "time", $"\"{Shown.Of(time)}\" at line {line} is not a time from 1990 to 2100");
            return;
        }
        if (!hasZone)
            session.Note("the times name no zone and are taken as UTC");
        if (session.Tracks.Of(name.Length > 0 ? name : "track") is not { } track)
            return;
        session.Tracks.Add(track, new Fix
        {
            Time = new UtcInstant(microseconds),
            Position = position,
            GeometricAltitudeFeet = DecimalText.TryParse(Encoding.UTF8.GetBytes(height), out var metres) ? (float)(metres * Units.FeetPerMetre) : float.NaN,
            Source = source,
            Record = record,
        });
    }

    /// <summary>Runs a reader of markup, telling damage where it meets it.</summary>
    public void Guard(XmlReader reader, Action read)
    {
        try
        {
            read();
        }
        catch (XmlException e)
        {
            // The reader's words are kept: they say which tag, and where.
            if (e.Message.Contains("DTD", StringComparison.Ordinal))
                session.Refuse(RejectionKind.Malformed, -1, _record, "", $"the XML declares a document type, which is never read ({Shown.Of(e.Message)})");
            else if (reader.EOF || e.Message.Contains("end of file", StringComparison.OrdinalIgnoreCase) || e.Message.Contains("not closed", StringComparison.OrdinalIgnoreCase) || e.Message.Contains("unclosed", StringComparison.OrdinalIgnoreCase))
                session.Truncated(-1, _record, $"the XML ends early, at line {e.LineNumber}; what came before was read");
            else
                session.Refuse(RejectionKind.Malformed, -1, _record, "", $"not well-formed XML at line {e.LineNumber}, position {e.LinePosition} ({Shown.Of(e.Message)}); what came before was read");
        }
        catch (InvalidDataException e)
        {
            session.Refuse(RejectionKind.RecordTooLong, -1, _record, "", e.Message + "; what came before was read");
        }
    }

    private bool Coordinate(string text, string field, long record, int line, out double value)
    {
        if (DecimalText.TryParse(Encoding.UTF8.GetBytes(text), out value) && double.IsFinite(value))
            return true;
        session.Refuse(RejectionKind.NotANumber, -1, record, field, $"\"{Shown.Of(text)}\" at line {line} is not a number of degrees");
        return false;
    }
}
