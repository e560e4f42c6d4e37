using System.Security.Cryptography;
using System.Text;

namespace Overflight.Dossiers.Html;

/// <summary>The page around what is told: one file, nothing fetched, and a policy that would not let it.</summary>
internal sealed class PageFrame
{
    private static readonly string Script = Resource.Text("dossier.js").Trim();

    private readonly string _kind;
    private readonly string _footer;
    private readonly string _style;
    private readonly string _policy;

    /// <param name="kind">What kind of page it is, for its first line.</param>
    /// <param name="footer">Ends its last line.</param>
    /// <param name="sheets">Names of style sheets, later ones over earlier ones.</param>
    private PageFrame(string kind, string footer, params IEnumerable<string> sheets)
    {
        (_kind, _footer) = (kind, footer);
        _style = string.Join('\n', sheets.Select(s => Resource.Text(s).Trim()));
        _policy = $"default-src 'none'; style-src '{Hash(_style)}'; script-src '{Hash(Script)}'; base-uri 'none'; form-action 'none'";
    }

    /// <summary>Around flights.</summary>
    public static PageFrame Dossier { get; } = new("flight dossier", "Times are UTC. Boundaries are claims of their sources, not a legal opinion; map data © OpenStreetMap contributors, ODbL.", "dossier.css");

    /// <summary>Around a diagnosis of a stream.</summary>
    public static PageFrame Diagnosis { get; } = new("stream diagnosis", "Times are UTC. What is said here is of the stream alone: of what it states, and whether that agrees with itself and with its standards.", "dossier.css", "diagnosis.css");

    /// <summary>Around a decision on a sortie.</summary>
    public static PageFrame Decision { get; } = new("may it be flown", "Times are UTC. An answer of rules that a person chose, on papers that people wrote: not legal advice. Map data © OpenStreetMap contributors, ODbL.", "dossier.css");

    public void Begin(MarkupWriter markup, string title)
    {
        markup.Raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n");
        markup.Void("meta", ("charset", "utf-8"));
        markup.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", _policy));
        markup.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        markup.Void("meta", ("name", "referrer"), ("content", "no-referrer"));
        markup.Leaf("title", title);
        markup.Raw($"\n<style>{_style}</style>\n</head>\n<body>\n");
        using (markup.Element("header", ("class", "top")))
        {
            using (markup.Element("span"))
            {
                markup.Leaf("b", "Overflight");
                markup.Text($" · {_kind}");
            }
            markup.Leaf("button", "Dark", ("type", "button"), ("id", "theme"), ("hidden", "hidden"));
        }
        markup.Raw("\n<main>\n");
    }

    public void End(MarkupWriter markup, string version)
    {
        markup.Raw("</main>\n");
        markup.Leaf("footer", $"Made by Overflight {version}. {_footer}");
        markup.Raw($"\n<script>{Script}</script>\n</body>\n</html>\n");
    }

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
