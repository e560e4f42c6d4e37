using System.Security.Cryptography;
using System.Text;

namespace Overflight.Dossiers.Html;

/// <summary>The page around the flights: one file, nothing fetched, and a policy that would not let it.</summary>
internal static class PageFrame
{
    private static readonly string Style = Resource.Text("dossier.css").Trim();
    private static readonly string Script = Resource.Text("dossier.js").Trim();
    private static readonly string Policy =
        $"default-src 'none'; style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; base-uri 'none'; form-action 'none'";

    public static void Begin(MarkupWriter markup, string title)
    {
        markup.Raw("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n");
        markup.Void("meta", ("charset", "utf-8"));
        markup.Void("meta", ("http-equiv", "Content-Security-Policy"), ("content", Policy));
        markup.Void("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1"));
        markup.Void("meta", ("name", "referrer"), ("content", "no-referrer"));
        markup.Leaf("title", title);
        markup.Raw($"\n<style>{Style}</style>\n</head>\n<body>\n");
        using (markup.Element("header", ("class", "top")))
        {
            using (markup.Element("span"))
            {
                markup.Leaf("b", "Overflight");
                markup.Text(" · flight dossier");
            }
            markup.Leaf("button", "Dark", ("type", "button"), ("id", "theme"), ("hidden", "hidden"));
        }
        markup.Raw("\n<main>\n");
    }

    public static void End(MarkupWriter markup, string version)
    {
        markup.Raw("</main>\n");
        markup.Leaf("footer", $"Made by Overflight {version}. Times are UTC. Boundaries are claims of their sources, not a legal opinion; map data © OpenStreetMap contributors, ODbL.");
        markup.Raw($"\n<script>{Script}</script>\n</body>\n</html>\n");
    }

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";
}
