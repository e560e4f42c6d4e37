using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Overflight.Dossiers.Tests;

/// <summary>A dossier page, read as strictly as XML is.</summary>
internal static class Page
{
    private static readonly string[] Fetching = ["src", "srcset", "href", "action", "formaction", "poster", "data", "background", "style"];

    public static XElement Parse(string html)
    {
        using var reader = XmlReader.Create(new StringReader(html), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore, CheckCharacters = true });
        return XDocument.Load(reader).Root!;
    }

    /// <summary>Nothing is fetched, no event handler stands in the text, and what the policy lets run is what is there.</summary>
    public static void ReachesNothing(XElement page)
    {
        foreach (var attribute in page.DescendantsAndSelf().Attributes())
        {
            Assert.DoesNotContain(attribute.Name.LocalName, Fetching);
            Assert.False(attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase), attribute.ToString());
        }
        var policy = page.Descendants("meta").Single(m => (string?)m.Attribute("http-equiv") == "Content-Security-Policy").Attribute("content")!.Value;
        foreach (var element in new[] { "style", "script" })
        {
            var text = page.Descendants(element).Single().Value;
            Assert.Contains($"{element}-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("url(", text, StringComparison.Ordinal);
            Assert.DoesNotContain("@import", text, StringComparison.Ordinal);
        }
    }

    /// <summary>Headings go down one step at a time, ids are used once, pictures and tables say what they are.</summary>
    public static void IsAccessible(XElement page)
    {
        var level = 0;
        foreach (var heading in page.Descendants().Select(e => e.Name.LocalName).Where(n => n.Length == 2 && n[0] == 'h' && char.IsDigit(n[1])))
        {
            Assert.InRange(heading[1] - '0', 1, level + 1);
            level = heading[1] - '0';
        }
        var ids = page.Descendants().Attributes("id").Select(a => a.Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(page.Descendants("table"), t => Assert.NotEmpty(t.Element("caption")!.Value));
        Assert.All(page.Descendants().Where(e => (string?)e.Attribute("role") == "img"), e => Assert.True(e.Attribute("aria-label") is not null || e.Attribute("aria-labelledby")!.Value.Split(' ').All(ids.Contains)));
    }
}
