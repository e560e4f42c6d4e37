using Overflight.Airspace;
using Overflight.Feeds;

namespace Overflight.Dossiers.Html;

/// <summary>Where everything comes from, with its hashes, and how to do it again.</summary>
internal sealed class Sources(MarkupWriter markup)
{
    private const int MostProblems = 5;

    private readonly TableWriter _tables = new(markup);

    public void Input(ReadReport input, string heading = "h3")
    {
        using (markup.Element("div", ("class", "source")))
        {
            markup.Leaf(heading, $"Track data: {Wording.Clean(input.File)}");
            _tables.List(
            [
                ("Format", input.Format?.ToString() ?? "not recognised"),
                ("Bytes", Wording.Text($"{input.Bytes:#,0}")),
                ("Fixes read", Wording.Text($"{input.FixesRead:#,0}")),
                ("Records not used", input.Rejected == 0 ? "none" : Wording.Text($"{input.Rejected:#,0} ({string.Join(", ", input.RejectedByKind.OrderByDescending(k => k.Value).Select(k => Wording.Text($"{k.Key} {k.Value:#,0}")))})")),
                ("Read in full", input.IsComplete ? "yes" : "no: some of it could not be read"),
            ]);
            if (input.Sha256.Length > 0)
                _tables.List([("SHA-256", input.Sha256)], "facts hash");
            var words = input.Problems.Take(MostProblems).Select(p => p.Message).Concat(input.Notes).ToList();
            if (words.Count > 0)
                using (markup.Element("ul"))
                    foreach (var word in words)
                        markup.Leaf("li", Wording.Clean(word));
        }
        markup.Line();
    }

    public void Boundary(BoundarySource source, bool isBase)
    {
        using (markup.Element("div", ("class", "source")))
        {
            markup.Leaf("h3", $"{(isBase ? "Boundaries that answer" : "Boundaries that check")}: {source.Name}");
            _tables.List([("What", source.Title), ("Package", source.Package), ("Stands for", source.Vintage), ("Licence", $"{source.Licence}; {source.Attribution}")]);
            _tables.List([("SHA-256", source.Sha256)], "facts hash");
            if (source.Faults.Count > 0)
                using (markup.Element("ul"))
                    foreach (var fault in source.Faults)
                        markup.Leaf("li", $"Known fault: {fault}");
        }
        markup.Line();
    }

    public void Reproduce(AnalysisHeader header)
    {
        using (markup.Element("div", ("class", "source")))
        {
            markup.Leaf("h3", "To make this again");
            markup.Leaf("pre", Wording.Clean(header.Command));
            markup.Leaf("p", $"Overflight {Wording.Clean(header.Version)}. The same inputs and boundaries give the same words, numbers and drawings, byte for byte.", ("class", "note"));
        }
        markup.Line();
    }
}
