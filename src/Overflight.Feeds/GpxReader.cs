using System.Xml;
using Overflight.Tracks;

namespace Overflight.Feeds;

/// <summary>Reads GPX 1.0 and 1.1: points of tracks, with a time each. Routes and way points are no observations.</summary>
internal sealed class GpxReader(ReadSession session)
{
    private readonly MarkupPoints _points = new(session, FixSource.Gnss);
    private string _name = "";
    private int _tracks;
    private int _trackDepth = -1;

    public void Read(Stream stream)
    {
        using var reader = XmlText.Open(stream);
        _points.Guard(reader, () => Walk(reader));
        if (_points.Count == 0)
            session.Refuse(RejectionKind.Unrecognised, -1, -1, "", "not a format that Overflight reads: GPX, but without a track point");
    }

    private void Walk(XmlReader reader)
    {
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
                continue;
            switch (reader.LocalName)
            {
                case "trk":
                    _name = $"track {++_tracks}";
                    _trackDepth = reader.Depth;
                    break;
                case "name" when _trackDepth >= 0 && reader.Depth == _trackDepth + 1:
                    var name = XmlText.ReadShort(reader);
                    _name = name.Length > 0 ? name : _name;
                    break;
                case "trkpt":
                    ReadPoint(reader);
                    break;
            }
        }
    }

    private void ReadPoint(XmlReader reader)
    {
        var line = XmlText.LineOf(reader);
        var latitude = reader.GetAttribute("lat") ?? "";
        var longitude = reader.GetAttribute("lon") ?? "";
        string height = "", time = "";
        if (!reader.IsEmptyElement)
        {
            var depth = reader.Depth;
            while (reader.Read() && reader.Depth > depth)
            {
                if (reader.NodeType != XmlNodeType.Element || reader.Depth != depth + 1)
                    continue;
                if (reader.LocalName == "ele")
                    height = XmlText.ReadShort(reader);
                else if (reader.LocalName == "time")
                    time = XmlText.ReadShort(reader);
            }
        }
        _points.Add(_name, latitude, longitude, height, time, line);
    }
}
