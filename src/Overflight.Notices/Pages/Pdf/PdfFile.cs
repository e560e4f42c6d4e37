using System.Globalization;
using System.Text;

namespace Overflight.Notices.Pages.Pdf;

/// <summary>
/// Writes pages of text and lines as PDF 1.7 (ISO 32000-1) with the standard fonts. Nothing in it depends on when or where it is made, and
/// nothing is compressed: who searches its bytes for a text finds it.
/// </summary>
internal static class PdfFile
{
    /// <summary>Width of A4, points.</summary>
    public const double PageWidth = 595;

    /// <summary>Height of A4, points.</summary>
    public const double PageHeight = 842;

    /// <summary>A file of pages.</summary>
    /// <param name="pages">Each page's content stream.</param>
    /// <param name="title">The title.</param>
    /// <param name="language">The language, such as <c>en</c>.</param>
    public static byte[] Write(IReadOnlyList<byte[]> pages, string title, string language)
    {
        using var file = new MemoryStream();
        var offsets = new List<long>();
        Put("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n");
        var fonts = StandardFont.All;
        const int firstFont = 4;
        var firstPage = firstFont + fonts.Count;
        Object($"<< /Type /Catalog /Pages 2 0 R /Lang ({language}) /ViewerPreferences << /DisplayDocTitle true >> >>");
        Object($"<< /Type /Pages /Kids [{string.Join(' ', pages.Select((_, i) => $"{firstPage + 2 * i} 0 R"))}] /Count {pages.Count} >>");
        Object($"<< /Title <FEFF{Convert.ToHexString(Encoding.BigEndianUnicode.GetBytes(title))}> /Producer (Overflight) >>");
        foreach (var font in fonts)
            Object($"<< /Type /Font /Subtype /Type1 /BaseFont /{font.Name} /Encoding /WinAnsiEncoding >>");
        var resources = string.Join(' ', fonts.Select((font, i) => $"/{font.Resource} {firstFont + i} 0 R"));
        for (var i = 0; i < pages.Count; i++)
        {
            Object(string.Create(CultureInfo.InvariantCulture, $"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {PageWidth} {PageHeight}] /Resources << /Font << {resources} >> >> /Contents {firstPage + 2 * i + 1} 0 R >>"));
            Begin();
            Put($"<< /Length {pages[i].Length} >>\nstream\n");
            file.Write(pages[i]);
            Put("\nendstream\nendobj\n");
        }
        var place = file.Position;
        Put($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n");
        foreach (var offset in offsets)
            Put(string.Create(CultureInfo.InvariantCulture, $"{offset:0000000000} 00000 n \n"));
        Put($"trailer\n<< /Size {offsets.Count + 1} /Root 1 0 R /Info 3 0 R >>\nstartxref\n{place}\n%%EOF\n");
        return file.ToArray();

        void Begin()
        {
            offsets.Add(file.Position);
            Put($"{offsets.Count} 0 obj\n");
        }

        void Object(string text)
        {
            Begin();
            Put(text + "\nendobj\n");
        }

        void Put(string text) => file.Write(Encoding.Latin1.GetBytes(text));
    }
}
