using Overflight.Markup;
using Overflight.Notices.Pages;

namespace Overflight.Notices.Summaries;

/// <summary>A summary as a web page that needs nothing but itself.</summary>
public static class SummaryHtml
{
    /// <summary>Writes the page.</summary>
    public static void Write(TextWriter output, ProgrammeSummary summary)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(summary);
        var markup = new MarkupWriter(output);
        PageFrame.Begin(markup, "en", $"{summary.Name} – public summary", "public summary", summary.Programme);
        markup.Leaf("h1", summary.Name);
        markup.Leaf("p", SummaryWords.Period(summary), ("class", "lead"));
        markup.Leaf("p", SummaryWords.Basis(summary), ("class", "basis"));
        foreach (var section in summary.Sections)
            Section(markup, section);
        markup.Leaf("h2", "Not counted");
        if (summary.NotCounted.Count == 0)
            markup.Leaf("p", "Nothing was left out.");
        using (markup.Element("ul", ("class", "not")))
        {
            foreach (var (what, why) in summary.NotCounted)
                markup.Leaf("li", $"{what}: {why}");
        }
        PageFrame.End(markup, $"Times are UTC. By the papers as they stood at {summary.At}.");
    }

    private static void Section(MarkupWriter markup, SummarySection section)
    {
        markup.Line();
        markup.Leaf("h2", SummaryWords.Section(section.Name));
        if (section.Counts.Count == 0)
        {
            markup.Leaf("p", "None.");
            return;
        }
        using var table = markup.Element("table");
        using (markup.Element("thead"))
        using (markup.Element("tr"))
        {
            markup.Leaf("th", "What", ("scope", "col"));
            markup.Leaf("th", "Number", ("scope", "col"), ("class", "number"));
            markup.Leaf("th", "Entries of the record", ("scope", "col"), ("class", "leaves"));
        }
        using (markup.Element("tbody"))
        {
            foreach (var count in section.Counts)
            {
                using var row = markup.Element("tr");
                markup.Leaf("td", SummaryWords.Count(count.Name));
                markup.Leaf("td", SummaryWords.Value(count), ("class", "number"));
                markup.Leaf("td", count.Leaves.Count == 0 ? "none" : SummaryWords.Leaves(count.Leaves), ("class", "leaves"), ("data-name", "entries: "));
            }
        }
    }
}
