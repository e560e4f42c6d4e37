using System.Xml;

namespace Overflight.Feeds;

/// <summary>How XML is read here: no document type, nothing external, text only as long as it can mean something.</summary>
internal static class XmlText
{
    private const int Longest = 256;

    public static XmlReader Open(Stream stream) => XmlReader.Create(new MarkupGuardStream(stream), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
        CloseInput = false,
        // Recorders cut files at any byte, and programs write control characters into names.
        CheckCharacters = false,
    });

    /// <summary>
    /// The text of the element that the reader stands on, cut where it is longer than any value read here;
    /// the reader then stands on the element's end (or on the element, where it is empty).
    /// </summary>
    public static string ReadShort(XmlReader reader)
    {
        if (reader.IsEmptyElement)
            return "";
        var depth = reader.Depth;
        var text = "";
        var buffer = new char[Longest];
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.Depth != depth + 1 || reader.NodeType is not (XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace))
                continue;
            var read = reader.ReadValueChunk(buffer, 0, Longest);
            if (text.Length < Longest)
                text += new string(buffer, 0, read);
        }
        return text.Trim();
    }

    /// <summary>The line the reader is at, from 1, or −1.</summary>
    public static int LineOf(XmlReader reader) => reader is IXmlLineInfo info && info.HasLineInfo() ? info.LineNumber : -1;
}
