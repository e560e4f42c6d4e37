using System.Xml;
using Overflight.Tracks;

namespace Overflight.Feeds;

/// <summary>
/// Reads KML 2.2 and 2.3: <c>Track</c> (<c>when</c> and <c>coord</c> in pairs), many in a <c>MultiTrack</c>, and
/// place marks with a <c>TimeStamp</c> and a <c>Point</c>. Lines without times are no observations.
/// </summary>
internal sealed class KmlReader(ReadSession session)
{
    private readonly MarkupPoints _points = new(session, FixSource.Unknown);
    private readonly Queue<string> _times = [];
    private readonly Queue<(string Text, int Line)> _positions = [];
    private string _document = "";
    private string _placemark = "";
    private bool _inPlacemark;
    private int _trackDepth = -1;
    private string _when = "";
    private string _point = "";
    private bool _heightIsAbsolute;

    public void Read(Stream stream)
    {
        using var reader = XmlText.Open(stream);
        _points.Guard(reader, () => Walk(reader));
        EndTrack();
        if (_points.Count == 0)
            session.Refuse(RejectionKind.Unrecognised, -1, -1, "", "not a format that Overflight reads: KML, but without gx:Track or points with a TimeStamp (lines without times say nothing of when)");
    }

    private void Walk(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
                Open(reader);
            else if (reader.NodeType == XmlNodeType.EndElement)
                Close(reader.LocalName);
        }
    }

    private void Open(XmlReader reader)
    {
        switch (reader.LocalName)
        {
            case "Placemark":
                _inPlacemark = true;
                _placemark = _when = _point = "";
                _heightIsAbsolute = false;
                break;
            case "name" when _inPlacemark:
                _placemark = XmlText.ReadShort(reader);
                break;
            case "name" when _document.Length == 0:
                _document = XmlText.ReadShort(reader);
                break;
            case "Track" when !reader.IsEmptyElement:
                _trackDepth = reader.Depth;
                break;
            case "altitudeMode":
                _heightIsAbsolute = XmlText.ReadShort(reader) == "absolute";
                break;
            case "when" when _trackDepth >= 0:
                _times.Enqueue(XmlText.ReadShort(reader));
                HandOnPairs();
                break;
            case "coord" when _trackDepth >= 0:
                _positions.Enqueue((XmlText.ReadShort(reader), XmlText.LineOf(reader)));
                HandOnPairs();
                break;
            case "when":
                _when = XmlText.ReadShort(reader);
                break;
            case "coordinates" when _trackDepth < 0:
                _point = XmlText.ReadShort(reader);
                break;
        }
    }

    private void Close(string name)
    {
        if (name == "Track")
            EndTrack();
        if (name != "Placemark")
            return;
        if (_when.Length > 0 && _point.Length > 0)
            AddPosition(_document, _point.Split(','), _when, -1);
        _inPlacemark = false;
    }

    /// <summary>Pairs times with positions as they come, so that only the longer of the two lists waits.</summary>
    private void HandOnPairs()
    {
        while (_times.Count > 0 && _positions.Count > 0)
        {
            var (text, line) = _positions.Dequeue();
            AddPosition(_placemark.Length > 0 ? _placemark : _document, text.Split(' ', StringSplitOptions.RemoveEmptyEntries), _times.Dequeue(), line);
        }
        if (_times.Count + _positions.Count > session.Options.MaximumBufferedFixes)
            throw new InvalidDataException("more times or positions without their counterpart than may wait in memory");
    }

    private void EndTrack()
    {
        if (_times.Count + _positions.Count > 0)
            session.Refuse(RejectionKind.TimesDoNotMatch, -1, _points.Count, "when", $"the track has {_times.Count:N0} times and {_positions.Count:N0} positions without their counterpart");
        _times.Clear();
        _positions.Clear();
        _trackDepth = -1;
    }

    private void AddPosition(string name, string[] parts, string time, int line)
    {
        // A gap in a track is written as an empty coord.
        if (parts.Length == 0)
        {
            session.PassOver(RejectionKind.NoPosition);
            return;
        }
        if (parts.Length > 2 && !_heightIsAbsolute)
            session.Note("heights in this KML are above ground or clamped to it, and are left out");
        _points.Add(name, parts.Length > 1 ? parts[1] : "", parts[0], parts.Length > 2 && _heightIsAbsolute ? parts[2] : "", time, line);
    }
}
