using System.Globalization;
using System.Text;

namespace Overflight.Markup;

/// <summary>
/// Writes HTML and SVG that is well-formed XML as well. Every text and attribute value is escaped; what XML cannot hold
/// becomes U+FFFD.
/// </summary>
internal sealed class MarkupWriter(TextWriter output)
{
    private readonly Stack<string> _open = new();

    /// <summary>Opens an element; disposing what is returned closes it.</summary>
    public Scope Element(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        output.Write('>');
        _open.Push(name);
        return new Scope(this);
    }

    /// <summary>An element without content.</summary>
    public void Void(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        Start(name, attributes);
        output.Write(" />");
    }

    /// <summary>An element with nothing but text.</summary>
    public void Leaf(string name, string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        using (Element(name, attributes))
            Text(text);
    }

    public void Text(string text) => output.Write(Escape(text));

    public void Line() => output.Write('\n');

    /// <summary>Text of our own that is written as it stands: style sheet, script, document type.</summary>
    public void Raw(string trusted) => output.Write(trusted);

    /// <summary>A coordinate to two decimals.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>A part of the whole width or height, three decimals.</summary>
    public static string Percent(double value) => value.ToString("0.###", CultureInfo.InvariantCulture) + "%";

    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 16);
        foreach (var rune in text.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '&':
                    escaped.Append("&amp;");
                    break;
                case '<':
                    escaped.Append("&lt;");
                    break;
                case '>':
                    escaped.Append("&gt;");
                    break;
                case '"':
                    escaped.Append("&quot;");
                    break;
                case '\'':
                    escaped.Append("&#39;");
                    break;
                default:
                    escaped.Append((IsXml(rune.Value) ? rune : Rune.ReplacementChar).ToString());
                    break;
            }
        }
        return escaped.ToString();
    }

    private static bool IsXml(int c) => c is '\t' or '\n' or (>= 0x20 and <= 0x7E) or (>= 0xA0 and <= 0xD7FF) or (>= 0xE000 and <= 0xFFFD and not 0xFEFF) or (>= 0x10000 and <= 0x10FFFF);

    private void Start(string name, ReadOnlySpan<(string Name, string Value)> attributes)
    {
        output.Write('<');
        output.Write(name);
        foreach (var (attribute, value) in attributes)
        {
            output.Write(' ');
            output.Write(attribute);
            output.Write("=\"");
            output.Write(Escape(value));
            output.Write('"');
        }
    }

    private void Close()
    {
        output.Write("</");
        output.Write(_open.Pop());
        output.Write('>');
    }

    /// <summary>An open element.</summary>
    public readonly ref struct Scope(MarkupWriter writer)
    {
        public void Dispose() => writer.Close();
    }
}
