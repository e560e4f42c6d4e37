using System.Xml;

namespace Overflight.Feeds.Cot;

/// <summary>The attributes of one event that are used, as text; empty where absent.</summary>
internal sealed class CotEvent
{
    public string Uid { get; private set; } = "";

    public string Type { get; private set; } = "";

    public string How { get; private set; } = "";

    /// <summary>Operation, exercise or simulation.</summary>
    public string Opex { get; private set; } = "";

    public string Time { get; private set; } = "";

    public string Start { get; private set; } = "";

    public bool HasPoint { get; private set; }

    public string Latitude { get; private set; } = "";

    public string Longitude { get; private set; } = "";

    public string Height { get; private set; } = "";

    public string CircularError { get; private set; } = "";

    public string Course { get; private set; } = "";

    public string Speed { get; private set; } = "";

    public string Callsign { get; private set; } = "";

    /// <summary>Reads an event.</summary>
    /// <exception cref="XmlException">It is not well-formed, or declares a document type.</exception>
    public static CotEvent Read(ReadOnlySpan<byte> bytes)
    {
        var found = new CotEvent();
        using var stream = new MemoryStream(bytes.ToArray());
        using var reader = XmlText.Open(stream);
        while (reader.Read())
        {
            if (reader.NodeType == XmlNodeType.Element)
                found.Take(reader);
        }
        return found;
    }

    private void Take(XmlReader reader)
    {
        switch (reader.Depth, reader.LocalName)
        {
            case (0, "event"):
                Uid = Attribute(reader, "uid");
                Type = Attribute(reader, "type");
                How = Attribute(reader, "how");
                Opex = Attribute(reader, "opex");
                Time = Attribute(reader, "time");
                Start = Attribute(reader, "start");
                break;
            case (1, "point"):
                HasPoint = true;
                Latitude = Attribute(reader, "lat");
                Longitude = Attribute(reader, "lon");
                Height = Attribute(reader, "hae");
                CircularError = Attribute(reader, "ce");
                break;
            case (2, "track"):
                Course = Attribute(reader, "course");
                Speed = Attribute(reader, "speed");
                break;
            case (2, "contact"):
                Callsign = Attribute(reader, "callsign");
                break;
        }
    }

    private static string Attribute(XmlReader reader, string name) => reader.GetAttribute(name)?.Trim() ?? "";
}
