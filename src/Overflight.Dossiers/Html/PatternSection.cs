using Overflight.Patterns;
using Overflight.Patterns.Kinds;
using Overflight.Patterns.Watched;
using Overflight.Tracks;

namespace Overflight.Dossiers.Html;

/// <summary>What the flight did: a row of time for each kind, the findings as a table, the places that it flew about.</summary>
internal sealed class PatternSection(MarkupWriter markup, FlightExamination examination, TimeAxis axis)
{
    private const int MostRows = 16;
    private const int MostPlaces = 5;
    private const double LeastPercent = 0.3;

    public void Write()
    {
        var shapes = examination.Patterns.Where(p => p.Kind != FlightKind.Transit).ToList();
        using (markup.Element("div", ("class", "timed")))
        {
            foreach (var kind in shapes.GroupBy(p => p.Kind).OrderByDescending(g => g.Sum(p => p.ObservedSeconds)))
                Row(kind.Key, [.. kind]);
            axis.WriteLabels(markup);
        }
        var shown = shapes.OrderByDescending(p => p.ObservedSeconds).Take(MostRows).OrderBy(p => p.Start).ToList();
        new TableWriter(markup).Write(
            shapes.Count > shown.Count ? Wording.Text($"The {shown.Count} longest of {shapes.Count} findings, by time; the rest are in the JSON output.") : "Findings, by time.",
            ["Kind", "From", "To", "What it did", "Observed", "Borne out"],
            shown.Select(p => (IReadOnlyList<string>)[Wording.Capital(PatternSentence.Noun(p.Kind)), Wording.DayAndClock(p.Start), Wording.DayAndClock(p.End), PatternSentence.What(p), Wording.Duration(p.ObservedSeconds), Wording.Text($"{p.Score:0.00}")]));
        var places = examination.Watched;
        var isSeen = places.Count > 0 && places[0].IsSeen;
        if (places.Count > 0)
        {
            markup.Leaf("h3", isSeen ? "What its sensor looked at, longest first" : "What it flew about, longest first");
            using (markup.Element("ul", ("class", "changes")))
                foreach (var place in places.Take(MostPlaces))
                    markup.Leaf("li", Wording.Sentence(PatternSentence.Of(place)));
        }
        markup.Leaf("p", (isSeen
            ? "Kinds are found from the shape of the track alone; what was looked at is from the metadata of the sensor's own pictures, a picture holding for five seconds at most. "
            : "Found from the shape of the track alone: what lay inside an orbit or under a pattern, not what a sensor was pointed at. ") + "“Borne out” runs from 0 to 1 and ranks findings; it is no probability. A silence adds no turns.", ("class", "note"));
        markup.Line();
    }

    private void Row(FlightKind kind, List<FlightPattern> patterns)
    {
        var total = Wording.Duration(patterns.Sum(p => p.ObservedSeconds));
        using (markup.Element("div", ("class", "row")))
        {
            using (markup.Element("div", ("class", "who")))
            {
                markup.Leaf("b", Wording.Capital(PatternSentence.Noun(kind)));
                markup.Leaf("span", total, ("class", "value"));
            }
            using (markup.Element("svg", ("class", "plot bar"), ("role", "img"), ("aria-label", Wording.Text($"{PatternSentence.Noun(kind)}: {patterns.Count} times, {total} observed")), ("xmlns", "http://www.w3.org/2000/svg")))
            {
                axis.WriteGrid(markup);
                foreach (var pattern in patterns)
                    Box(pattern.Start, pattern.End);
            }
        }
        markup.Line();
    }

    private void Box(UtcInstant from, UtcInstant to)
    {
        var (left, width) = (axis.At(from), Math.Max(LeastPercent, axis.At(to) - axis.At(from)));
        markup.Void("rect", ("class", "box did"), ("x", MarkupWriter.Percent(left)), ("width", MarkupWriter.Percent(width)), ("y", "6"), ("height", "12"), ("rx", "2"));
    }
}
