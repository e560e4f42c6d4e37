using System.Globalization;
using System.Text;
using System.Xml;
using Overflight.Misb.Sight;

namespace Overflight.Dossiers.Footprints;

/// <summary>
/// Cursor on Target 2.0 events, a line each: the aircraft with its sensor, the point it looks at, the footprint. Who flies it is not known,
/// so the affiliation is "unknown". Times are those of the packets.
/// </summary>
public sealed class FootprintCot(Stream output) : IFootprintWriter
{
    private const double StaleSeconds = 10;
    private const string NotKnown = "9999999.0";
    private const string Aircraft = "a-u-A-M-F-Q";

    private static readonly XmlWriterSettings s_settings = new() { OmitXmlDeclaration = true, ConformanceLevel = ConformanceLevel.Fragment, CloseOutput = false };

    private readonly StreamWriter _text = new(output, new UTF8Encoding(false), 1 << 16, leaveOpen: true);
    private string _uid = "";

    /// <inheritdoc/>
    public bool WritesSwaths => false;

    /// <inheritdoc/>
    public void Begin(FootprintHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        _uid = $"overflight-{Path.GetFileNameWithoutExtension(header.Input)}";
    }

    /// <inheritdoc/>
    public void Frame(FootprintFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (frame.Footprint.Camera is not { } camera || frame.Time is null)
            return;
        Event(frame, _uid, Aircraft, new GroundPoint(camera.Place, camera.HeightMetres, 0, SightEnd.Ground), null, xml => Sensor(xml, frame, camera));
        if (frame.Footprint.Centre is { } centre)
            Event(frame, $"{_uid}-spi", "b-m-p-s-p-i", centre, frame.Error, xml =>
            {
                xml.WriteStartElement("link");
                xml.WriteAttributeString("uid", _uid);
                xml.WriteAttributeString("type", Aircraft);
                xml.WriteAttributeString("relation", "p-p");
                xml.WriteEndElement();
            });
        if (frame.Footprint.Outline.Count > 0)
            Event(frame, $"{_uid}-footprint", "u-d-f", frame.Footprint.Centre ?? frame.Footprint.Corners[2], null, xml =>
            {
                foreach (var place in frame.Footprint.Outline.Append(frame.Footprint.Outline[0]))
                {
                    xml.WriteStartElement("link");
                    xml.WriteAttributeString("point", string.Create(CultureInfo.InvariantCulture, $"{place.LatitudeDegrees:0.0000000},{place.LongitudeDegrees:0.0000000}"));
                    xml.WriteEndElement();
                }
            });
    }

    /// <inheritdoc/>
    public void Finish(FootprintSummary summary) => _text.Flush();

    /// <inheritdoc/>
    public void Dispose() => _text.Dispose();

    private void Event(FootprintFrame frame, string uid, string type, GroundPoint at, ErrorEllipse? error, Action<XmlWriter> detail)
    {
        var time = frame.Time!.Value;
        using (var xml = XmlWriter.Create(_text, s_settings))
        {
            xml.WriteStartElement("event");
            xml.WriteAttributeString("version", "2.0");
            xml.WriteAttributeString("uid", uid);
            xml.WriteAttributeString("type", type);
            xml.WriteAttributeString("how", "m-p");
            xml.WriteAttributeString("time", FootprintTime.Exact(time));
            xml.WriteAttributeString("start", FootprintTime.Exact(time));
            xml.WriteAttributeString("stale", FootprintTime.Exact(time.AddSeconds(StaleSeconds)));
            xml.WriteStartElement("point");
            xml.WriteAttributeString("lat", Number(at.Place.LatitudeDegrees, "0.0000000"));
            xml.WriteAttributeString("lon", Number(at.Place.LongitudeDegrees, "0.0000000"));
            xml.WriteAttributeString("hae", Number(at.HeightMetres, "0.0#"));
            xml.WriteAttributeString("ce", error is { Source: not ErrorSource.CodesOnly } known ? Number(known.SemiMajorMetres, "0.0#") : NotKnown);
            xml.WriteAttributeString("le", NotKnown);
            xml.WriteEndElement();
            xml.WriteStartElement("detail");
            detail(xml);
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        _text.Write('\n');
    }

    private static void Sensor(XmlWriter xml, FootprintFrame frame, CameraView camera)
    {
        xml.WriteStartElement("sensor");
        xml.WriteAttributeString("azimuth", Number(camera.Axis.AzimuthDegrees, "0.0###"));
        xml.WriteAttributeString("elevation", Number(camera.Axis.ElevationDegrees, "0.0###"));
        if (frame.Footprint.Centre is { } centre)
            xml.WriteAttributeString("range", Number(centre.RangeMetres, "0.0#"));
        if (!double.IsNaN(frame.Pose.HorizontalFieldOfViewDegrees))
            xml.WriteAttributeString("fov", Number(frame.Pose.HorizontalFieldOfViewDegrees, "0.0###"));
        if (!double.IsNaN(frame.Pose.VerticalFieldOfViewDegrees))
            xml.WriteAttributeString("vfov", Number(frame.Pose.VerticalFieldOfViewDegrees, "0.0###"));
        xml.WriteEndElement();
    }

    private static string Number(double value, string format) => value.ToString(format, CultureInfo.InvariantCulture);
}
