using Overflight.Airspace.Verdicts;
using Overflight.Dossiers.Paths;
using Overflight.Tracks;
using Overflight.Tracks.Preparing;

namespace Overflight.Dossiers.Html;

/// <summary>One row a State: when the flight was certainly, possibly and not in its airspace.</summary>
internal sealed class VerdictBars(MarkupWriter markup, PreparedFlight flight, TimeAxis axis, string id)
{
    private const double LeastPercent = 0.3;

    public void Write(IReadOnlyList<AirspaceVerdict> verdicts)
    {
        using (markup.Element("div", ("class", "timed")))
        {
            for (var i = 0; i < verdicts.Count; i++)
                Row(verdicts[i], $"{id}-b{i + 1}");
            axis.WriteLabels(markup);
        }
        Key();
    }

    private void Row(AirspaceVerdict verdict, string rowId)
    {
        using (markup.Element("div", ("class", "row")))
        {
            using (markup.Element("div", ("class", "who")))
            {
                VerdictMark.Write(markup, verdict.Kind);
                markup.Leaf("b", Countries.Label(verdict.Airspace));
                markup.Leaf("span", Wording.Of(verdict.Kind), ("class", $"word {VerdictMark.Style(verdict.Kind)}"));
            }
            using (markup.Element("svg", ("class", "plot bar"), ("role", "img"), ("aria-label", Summary(verdict)), ("xmlns", "http://www.w3.org/2000/svg")))
            {
                using (markup.Element("defs"))
                using (markup.Element("pattern", ("id", $"{rowId}-h"), ("patternUnits", "userSpaceOnUse"), ("width", "6"), ("height", "6"), ("patternTransform", "rotate(45)")))
                    markup.Void("path", ("class", "hatch"), ("d", "M0 0V6"));
                axis.WriteGrid(markup);
                Line("uncovered", axis.From, axis.Start);
                Line("uncovered", axis.End, axis.To);
                for (var leg = 0; leg + 1 < flight.Count;)
                {
                    var isGap = flight.SecondsAfter(leg) > TrackStretch.GapSeconds;
                    var last = leg + 1;
                    while (!isGap && last + 1 < flight.Count && flight.SecondsAfter(last) <= TrackStretch.GapSeconds)
                        last++;
                    Line(isGap ? "covered gap" : "covered", flight.TimeAt(leg), flight.TimeAt(last));
                    leg = last;
                }
                foreach (var (from, to, what) in Joined(new PresenceTimeline(verdict).Parts).OrderByDescending(p => p.What))
                    Box(from, to, what == PresenceCertainty.Inside, rowId);
                foreach (var (first, second) in verdict.Intervals.SelectMany(v => v.MayHaveLeft))
                    Box(flight.Track.TimeAt(first), flight.Track.TimeAt(second), false, rowId);
            }
        }
        markup.Line();
    }

    /// <summary>Possible stretches too near to one another to be told apart are drawn as one.</summary>
    private List<(UtcInstant From, UtcInstant To, PresenceCertainty What)> Joined(IEnumerable<(UtcInstant From, UtcInstant To, PresenceCertainty What)> parts)
    {
        var joined = new List<(UtcInstant From, UtcInstant To, PresenceCertainty What)>();
        foreach (var part in parts)
            if (joined is [.., var last] && last.What == PresenceCertainty.Possible && part.What == PresenceCertainty.Possible && axis.At(part.From) - axis.At(last.To) < LeastPercent)
                joined[^1] = last with { To = part.To > last.To ? part.To : last.To };
            else
                joined.Add(part);
        return joined;
    }

    private void Line(string style, UtcInstant from, UtcInstant to) => markup.Void(
        "line", ("class", style), ("x1", MarkupWriter.Percent(axis.At(from))), ("x2", MarkupWriter.Percent(axis.At(to))), ("y1", "50%"), ("y2", "50%"));

    private void Box(UtcInstant from, UtcInstant to, bool isCertain, string rowId)
    {
        var (left, width) = (axis.At(from), axis.At(to) - axis.At(from));
        // A moment without length says nothing when something certain stands beside it.
        if (width <= 0 && !isCertain && to == from)
            return;
        if (width < LeastPercent)
            (left, width) = (left - (LeastPercent - width) / 2, LeastPercent);
        (string, string)[] place = [("x", MarkupWriter.Percent(left)), ("width", MarkupWriter.Percent(width)), ("y", "4"), ("height", "16")];
        if (isCertain)
            markup.Void("rect", [("class", "box inside"), .. place]);
        else
        {
            markup.Void("rect", [("class", "clear"), .. place]);
            markup.Void("rect", [("class", "box possible"), ("fill", $"url(#{rowId}-h)"), .. place]);
        }
    }

    private static string Summary(AirspaceVerdict verdict)
    {
        var intervals = verdict.Intervals.Where(i => i.IsCertain).Take(6).Select(i => VerdictSentence.Times(i, verdict.Covered));
        return string.Join("; ", intervals.Prepend($"{Countries.Label(verdict.Airspace)}: {Wording.Of(verdict.Kind)}"));
    }

    private void Key()
    {
        using (markup.Element("ul", ("class", "key")))
        {
            Entry("box inside", "inside for certain");
            Entry("box possible", "may have been inside");
            Entry("covered", "outside; dashed where nothing was received for over a minute");
            Entry("uncovered", "not covered by the track");
        }
    }

    private void Entry(string style, string words)
    {
        using (markup.Element("li"))
        {
            using (markup.Element("svg", ("class", "swatch"), ("aria-hidden", "true")))
            {
                if (!style.StartsWith("box", StringComparison.Ordinal))
                    markup.Void("line", ("class", style), ("x1", "0"), ("x2", "100%"), ("y1", "50%"), ("y2", "50%"));
                else if (style == "box inside")
                    markup.Void("rect", ("class", style), ("width", "100%"), ("height", "100%"));
                else
                    markup.Void("rect", ("class", style), ("fill", $"url(#{id}-b1-h)"), ("width", "100%"), ("height", "100%"));
            }
            markup.Text(words);
        }
    }
}
