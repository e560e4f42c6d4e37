using System.Xml;
using Overflight.Geodesy;

namespace Overflight.Dossiers.Kml;

/// <summary>Rings as the geometry of a placemark, a polygon a ring (OGC 07-147r2, section 10.8).</summary>
internal static class AreaGeometry
{
    /// <summary>Writes the element <c>MultiGeometry</c>.</summary>
    /// <param name="xml">Where to, within a placemark.</param>
    /// <param name="rings">Closed rings.</param>
    /// <param name="position">Writes a place.</param>
    public static void Write(XmlWriter xml, IEnumerable<IEnumerable<GeoPoint>> rings, Func<GeoPoint, string> position)
    {
        xml.WriteStartElement("MultiGeometry", FlightFolder.Kml);
        foreach (var ring in rings)
        {
            xml.WriteStartElement("Polygon", FlightFolder.Kml);
            xml.WriteElementString("tessellate", FlightFolder.Kml, "1");
            xml.WriteStartElement("outerBoundaryIs", FlightFolder.Kml);
            xml.WriteStartElement("LinearRing", FlightFolder.Kml);
            xml.WriteElementString("coordinates", FlightFolder.Kml, string.Join(' ', ring.Select(position)));
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }
}
