using System.Globalization;
using System.Text;

namespace Overflight.Notices.Pages.Pdf;

/// <summary>Sets text from the top of A4 pages downwards, and begins a new one where it is full.</summary>
/// <param name="footer">What stands at the foot of each page.</param>
internal sealed class PdfSheet(string footer)
{
    private const double Margin = 56;
    private const double Bottom = 64;

    private readonly List<MemoryStream> _pages = [];
    private double _y;

    /// <summary>Space downwards, points.</summary>
    public void Space(double points) => _y -= points;

    /// <summary>A line across the page.</summary>
    public void Rule()
    {
        Room(12);
        _y -= 6;
        Put(string.Create(CultureInfo.InvariantCulture, $"0.8 G 0.5 w {Margin} {_y:0.##} m {PdfFile.PageWidth - Margin} {_y:0.##} l S\n"));
        _y -= 6;
    }

    /// <summary>Text, broken at spaces and, where a word is too long, within it; line breaks stay.</summary>
    /// <param name="text">The text.</param>
    /// <param name="font">The font.</param>
    /// <param name="size">Points.</param>
    /// <param name="grey">0 black, 1 white.</param>
    /// <param name="indent">Points from the margin.</param>
    /// <param name="together">Points that must still fit below on the same page.</param>
    public void Text(string text, StandardFont font, double size, double grey = 0, double indent = 0, double together = 0)
    {
        var lead = size * 1.4;
        foreach (var paragraph in text.Replace("\t", "    ", StringComparison.Ordinal).Split('\n'))
        {
            foreach (var line in Lines(StandardFont.Writable(paragraph), font, size, PdfFile.PageWidth - 2 * Margin - indent))
            {
                Room(lead + together);
                _y -= lead;
                Write(line, font, size, grey, Margin + indent, _y + size * 0.3);
            }
        }
    }

    /// <summary>The file.</summary>
    public byte[] ToFile(string title, string language)
    {
        for (var i = 0; i < _pages.Count; i++)
        {
            Write(StandardFont.Writable(footer), StandardFont.Regular, 8, 0.35, Margin, 36, _pages[i]);
            var number = string.Create(CultureInfo.InvariantCulture, $"{i + 1} / {_pages.Count}");
            Write(number, StandardFont.Regular, 8, 0.35, PdfFile.PageWidth - Margin - StandardFont.Regular.Width(number, 8), 36, _pages[i]);
        }
        return PdfFile.Write([.. _pages.Select(page => page.ToArray())], title, language);
    }

    private void Room(double points)
    {
        if (_pages.Count > 0 && _y - points >= Bottom)
            return;
        _pages.Add(new());
        _y = PdfFile.PageHeight - Margin;
    }

    private static IEnumerable<string> Lines(string text, StandardFont font, double size, double width)
    {
        var start = 0;
        while (start < text.Length)
        {
            var (length, lastSpace, used) = (0, -1, 0.0);
            while (start + length < text.Length)
            {
                used += font.Width(text[start + length].ToString(), size);
                if (used > width && length > 0)
                    break;
                if (text[start + length] == ' ')
                    lastSpace = length;
                length++;
            }
            if (start + length < text.Length && lastSpace > 0)
                length = lastSpace;
            yield return text.Substring(start, length).TrimEnd();
            start += length;
            while (start < text.Length && text[start] == ' ' && length > 0)
                start++;
        }
        if (text.Length == 0)
            yield return "";
    }

    private void Put(string text) => _pages[^1].Write(Encoding.Latin1.GetBytes(text));

    private void Write(string text, StandardFont font, double size, double grey, double x, double y, MemoryStream? page = null)
    {
        page ??= _pages[^1];
        page.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"BT {grey:0.##} g /{font.Resource} {size:0.##} Tf {x:0.##} {y:0.##} Td (")));
        foreach (var code in StandardFont.Encode(text))
        {
            if (code is (byte)'(' or (byte)')' or (byte)'\\')
                page.WriteByte((byte)'\\');
            page.WriteByte(code);
        }
        page.Write(") Tj ET\n"u8);
    }
}
