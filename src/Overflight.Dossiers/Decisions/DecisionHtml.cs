using Overflight.Airspace;
using Overflight.Authority.Deciding;
using Overflight.Authority.Documents;
using Overflight.Dossiers.Decisions.Html;
using Overflight.Dossiers.Html;

namespace Overflight.Dossiers.Decisions;

/// <summary>A decision as a web page with a map and a timeline that needs nothing but itself.</summary>
public static class DecisionHtml
{
    /// <summary>Writes the page.</summary>
    /// <param name="output">Where to; UTF-8 is what the page says of itself.</param>
    /// <param name="decision">The decision.</param>
    /// <param name="sortie">The plan that it is on.</param>
    /// <param name="index">The boundaries, for the map.</param>
    /// <param name="version">The program's version.</param>
    public static void Write(TextWriter output, Decision decision, Sortie sortie, AirspaceIndex index, string version)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(decision);
        ArgumentNullException.ThrowIfNull(sortie);
        ArgumentNullException.ThrowIfNull(index);
        var markup = new MarkupWriter(output);
        PageFrame.Decision.Begin(markup, $"{Wording.Clean(decision.Sortie)} – {(decision.IsPermitted ? "permitted" : "not permitted")}");
        new DecisionArticle(markup, index, decision, sortie).Write();
        PageFrame.Decision.End(markup, Wording.Clean(version));
    }
}
