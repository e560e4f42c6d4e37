using System.Security.Cryptography;
using System.Text;
using Overflight.Markup;

namespace Overflight.Notices.Pages;

/// <summary>The page around what is told: one file without scripts, nothing fetched, and a policy that would not let it.</summary>
internal static class PageFrame
{
    private static readonly string s_style = Read("papers.css");

    private static readonly string s_policy =
        $"default-src 'none'; style-src 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(s_style)))}'; base-uri 'none'; form-action 'none'";

    public static void Begin(MarkupWriter markup, string language, string title, string kind, string right)
    {
        markup.Raw($"<!DOCTYPE html>\n<html lang=\"{MarkupWriter.Escape(language)}\">\n<head>\n");
        markup.Void("meta", ("charset", "utf-8"));
        markup.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", s_policy));
        markup.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        markup.Void("meta", ("name", "referrer"), ("content", "no-referrer"));
        markup.Leaf("title", title);
        markup.Raw($"\n<style>{s_style}</style>\n</head>\n<body>\n");
        using (markup.Element("header", ("class", "top")))
        {
            using (markup.Element("span"))
            {
                markup.Leaf("b", "Overflight");
                markup.Text($" · {kind}");
            }
            markup.Leaf("span", right, ("class", "who"));
        }
        markup.Raw("\n<main>\n");
    }

    public static void End(MarkupWriter markup, string footer)
    {
        markup.Raw("\n</main>\n");
        markup.Leaf("footer", footer);
        markup.Raw("\n</body>\n</html>\n");
    }

    private static string Read(string name)
    {
        using var stream = typeof(PageFrame).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"no resource {name}");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n").Trim();
    }
}
