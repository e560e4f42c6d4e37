using System.Xml;

namespace Overflight.Dossiers.Kml;

/// <summary>The shared styles of a document. KML writes colours as alpha, blue, green, red.</summary>
internal static class KmlStyles
{
    public static void Write(XmlWriter xml)
    {
        Line(xml, "inside", "ff0c41c2", 4);
        Line(xml, "possible", "ff1f79b7", 3);
        Line(xml, "outside", "ff6e760f", 2);
        Line(xml, "gap", "ff9e948a", 1);
        Area(xml, "lens", "ff1f79b7", "401f79b7");
        Area(xml, "lens-clear", "ff9e948a", "189e948a");
        Area(xml, "pattern", "ffb0622d", "20b0622d");
        Area(xml, "seen", "ff9e948a", "30000000");
        Point(xml, "crossing", "ff0c41c2");
        Point(xml, "witness", "ff1f79b7");
        Point(xml, "deepest", "ff0c41c2");
    }

    private static void Line(XmlWriter xml, string id, string colour, int width)
    {
        Begin(xml, id);
        LineStyle(xml, colour, width);
        xml.WriteEndElement();
    }

    private static void Area(XmlWriter xml, string id, string outline, string fill)
    {
        Begin(xml, id);
        LineStyle(xml, outline, 1);
        xml.WriteStartElement("PolyStyle", FlightFolder.Kml);
        xml.WriteElementString("color", FlightFolder.Kml, fill);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Point(XmlWriter xml, string id, string colour)
    {
        Begin(xml, id);
        xml.WriteStartElement("IconStyle", FlightFolder.Kml);
        xml.WriteElementString("color", FlightFolder.Kml, colour);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Begin(XmlWriter xml, string id)
    {
        xml.WriteStartElement("Style", FlightFolder.Kml);
        xml.WriteAttributeString("id", id);
    }

    private static void LineStyle(XmlWriter xml, string colour, int width)
    {
        xml.WriteStartElement("LineStyle", FlightFolder.Kml);
        xml.WriteElementString("color", FlightFolder.Kml, colour);
        xml.WriteElementString("width", FlightFolder.Kml, XmlConvert.ToString(width));
        xml.WriteEndElement();
    }
}
