using System.Text;
using System.Xml;
using Overflight.Airspace.Verdicts;
using Overflight.Dossiers.Kml;
using Overflight.Feeds;
using Overflight.Patterns;

namespace Overflight.Dossiers;

/// <summary>An analysis as a KML document (OGC KML 2.2 with <c>gx:Track</c>), a folder a flight, written as it is made.</summary>
public sealed class KmlWriter : IAnalysisWriter, IDisposable
{
    private readonly XmlWriter _xml;
    private readonly ReachSource? _reaches;

    /// <param name="output">Where to; left open.</param>
    /// <param name="reaches">Tells what each flight could see; null to leave that out.</param>
    public KmlWriter(Stream output, ReachSource? reaches = null)
    {
        _reaches = reaches;
        _xml = XmlWriter.Create(output, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = " " });
    }

    /// <inheritdoc/>
    public void Begin(AnalysisHeader header)
    {
        ArgumentNullException.ThrowIfNull(header);
        _xml.WriteStartDocument();
        _xml.WriteStartElement("kml", FlightFolder.Kml);
        _xml.WriteAttributeString("xmlns", "gx", null, FlightFolder.Gx);
        _xml.WriteStartElement("Document", FlightFolder.Kml);
        _xml.WriteElementString("name", FlightFolder.Kml, "Overflight analysis");
        _xml.WriteElementString("description", FlightFolder.Kml, Wording.Clean(
            $"Overflight {header.Version}. {string.Join(". ", header.Boundaries.Select(b => $"{b.Package} ({b.Vintage}), {b.Attribution}"))}. {header.Command}"));
        KmlStyles.Write(_xml);
    }

    /// <inheritdoc/>
    public void Flight(string input, FlightExamination flight)
    {
        ArgumentNullException.ThrowIfNull(flight);
        new FlightFolder(_xml, flight).Write();
        if (_reaches is not null)
            ReachFolder.Write(_xml, flight.Flight, _reaches(flight.Flight, flight.Verdicts));
        _xml.Flush();
    }

    /// <inheritdoc/>
    public void Input(ReadReport input)
    {
    }

    /// <inheritdoc/>
    public void Finish()
    {
        _xml.WriteEndElement();
        _xml.WriteEndElement();
        _xml.WriteEndDocument();
        _xml.Flush();
    }

    /// <inheritdoc/>
    public void Dispose() => _xml.Dispose();
}
