using System.Globalization;
using System.Xml;
using Overflight.Patterns.Reach;
using Overflight.Tracks.Preparing;

namespace Overflight.Dossiers.Kml;

/// <summary>What a flight could see as a folder of areas, one an airspace.</summary>
internal static class ReachFolder
{
    public static void Write(XmlWriter xml, PreparedFlight flight, IReadOnlyList<SensorReach> reaches)
    {
        if (!reaches.Any(r => r.Outline.Count > 0))
            return;
        xml.WriteStartElement("Folder", FlightFolder.Kml);
        Text("name", $"{Wording.Aircraft(flight.Track)}: what it could see");
        foreach (var reach in reaches.Where(r => r.Outline.Count > 0))
        {
            xml.WriteStartElement("Placemark", FlightFolder.Kml);
            Text("name", $"seen of {Countries.Airspace(reach.Airspace)}");
            Text("description", Wording.Clean(ReachSentence.Of(reach)));
            Text("styleUrl", "#seen");
            AreaGeometry.Write(xml, reach.Outline, p => string.Create(CultureInfo.InvariantCulture, $"{p.LongitudeDegrees:0.00000},{p.LatitudeDegrees:0.00000}"));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();

        void Text(string element, string text) => xml.WriteElementString(element, FlightFolder.Kml, text);
    }
}
