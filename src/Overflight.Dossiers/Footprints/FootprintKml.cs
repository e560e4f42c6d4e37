using System.Globalization;
using System.Xml;
using Overflight.Dossiers.Kml;
using Overflight.Dossiers.Paths;
using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Dossiers.Footprints;

/// <summary>KML 2.2: footprints on a time slider, each until the next, the sensor's path, targets and swaths.</summary>
public sealed class FootprintKml : IFootprintWriter
{
    private const string Gx = "http://www.google.com/kml/ext/2.2";
    private const string Ns = "http://www.opengis.net/kml/2.2";

    private readonly XmlWriter _xml;
    private readonly List<(UtcInstant Time, string Place)> _path = [];
    private FootprintFrame? _waiting;

    /// <param name="output">Where to; left open.</param>
    public FootprintKml(Stream output) => _xml = XmlWriter.Create(output, new XmlWriterSettings { Indent = true, CloseOutput = false, Encoding = new System.Text.UTF8Encoding(false) });

    /// <inheritdoc/>
    public bool WritesSwaths => true;

    /// <inheritdoc/>
    public void Begin(FootprintHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        _xml.WriteStartElement("kml", Ns);
        _xml.WriteAttributeString("xmlns", "gx", null, Gx);
        _xml.WriteStartElement("Document", Ns);
        Text("name", $"Footprints of {Path.GetFileName(header.Input)}");
        var departures = ReadingWords.Departures(header.Reading);
        Text("description", $"{header.Command}\n{(departures.Count == 0 ? "Read by the standard." : "Read with " + string.Join("; ", departures) + ".")}");
        KmlStyles.Write(_xml);
        _xml.WriteStartElement("Folder", Ns);
        Text("name", "Frames");
    }

    /// <inheritdoc/>
    public void Frame(FootprintFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (_waiting is { } last)
            Placemark(last, frame.Time);
        _waiting = frame;
        if (frame.Time is { } time && frame.Footprint.Camera is { } camera)
            _path.Add((time, string.Create(CultureInfo.InvariantCulture, $"{camera.Place.LongitudeDegrees:0.#######} {camera.Place.LatitudeDegrees:0.#######} {frame.Pose.SensorAltitudeMetres:0.#}")));
    }

    /// <inheritdoc/>
    public void Finish(FootprintSummary summary)
    {
        ArgumentNullException.ThrowIfNull(summary);
        if (_waiting is { } last)
            Placemark(last, null);
        _xml.WriteEndElement();
        Track();
        foreach (var swath in summary.Swaths)
            Write(swath);
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _xml.Dispose();

    private void Placemark(FootprintFrame frame, UtcInstant? until)
    {
        if (frame.Footprint.Outline.Count > 0)
        {
            Begin(Wording.Text($"Frame {frame.Number}"), "pattern", frame.Time, until);
            AreaGeometry.Write(_xml, MeridianCut.Ring(frame.Footprint.Outline).Select(r => r.Append(r[0])), Position);
            _xml.WriteEndElement();
        }
        foreach (var target in frame.Targets)
            if ((target.Computed?.Place ?? target.Stated) is { } place)
            {
                Begin(Wording.Text($"Target {target.Id}"), "witness", frame.Time, until);
                _xml.WriteStartElement("Point", Ns);
                Text("coordinates", Position(place));
                _xml.WriteEndElement();
                _xml.WriteEndElement();
            }
    }

    private void Write(Swath swath)
    {
        Begin(Wording.Text($"Seen in {swath.Frames} frames, {swath.SquareMetres / 1e6:0.###} km²"), "seen", swath.Start, swath.End);
        _xml.WriteStartElement("MultiGeometry", Ns);
        foreach (var area in swath.Areas)
        {
            _xml.WriteStartElement("Polygon", Ns);
            Text("tessellate", "1");
            Ring("outerBoundaryIs", area.Outer);
            foreach (var hole in area.Holes)
                Ring("innerBoundaryIs", hole);
            _xml.WriteEndElement();
        }
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void Ring(string name, IReadOnlyList<GeoPoint> ring)
    {
        _xml.WriteStartElement(name, Ns);
        _xml.WriteStartElement("LinearRing", Ns);
        Text("coordinates", string.Join(' ', ring.Append(ring[0]).Select(Position)));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void Track()
    {
        if (_path.Count == 0)
            return;
        Begin("Sensor", "outside", null, null);
        _xml.WriteStartElement("Track", Gx);
        Text("altitudeMode", "absolute");
        foreach (var (time, _) in _path)
            Text("when", FootprintTime.Exact(time));
        foreach (var (_, place) in _path)
            _xml.WriteElementString("coord", Gx, place.Replace("NaN", "0", StringComparison.Ordinal));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void Begin(string name, string style, UtcInstant? from, UtcInstant? until)
    {
        _xml.WriteStartElement("Placemark", Ns);
        Text("name", name);
        if (from is { } start)
        {
            _xml.WriteStartElement("TimeSpan", Ns);
            Text("begin", FootprintTime.Exact(start));
            if (until is { } end && end > start)
                Text("end", FootprintTime.Exact(end));
            _xml.WriteEndElement();
        }
        Text("styleUrl", "#" + style);
    }

    private void Text(string name, string text) => _xml.WriteElementString(name, Ns, text);

    private static string Position(GeoPoint place) => string.Create(CultureInfo.InvariantCulture, $"{place.LongitudeDegrees:0.#######},{place.LatitudeDegrees:0.#######}");
}
