using Overflight.Airspace;
using Overflight.Authority.Deciding;
using Overflight.Authority.Documents;
using Overflight.Dossiers.Html;
using Overflight.Tracks;

namespace Overflight.Dossiers.Decisions.Html;

/// <summary>When the aircraft is in whose airspace, how high, with what on, and who flies it: rows on one time.</summary>
internal sealed class ConductBars(MarkupWriter markup, TimeAxis axis, Decision decision, SortieConduct conduct, string id)
{
    private const double LeastPercent = 0.4;

    private bool _hasHatch;

    public void Write()
    {
        using (markup.Element("div", ("class", "timed bars")))
        {
            foreach (var states in decision.Path.States.GroupBy(s => s.State))
                Row(
                    states.Any(s => s.IsCertain) ? AirspaceVerdictKind.Entered : AirspaceVerdictKind.CannotBeRuledOut, Countries.Label(states.Key), states.Any(s => s.IsCertain) ? "entered" : "perhaps",
                    [.. states.Select(s => (s.From, s.To, s.IsCertain ? "box inside" : "box possible"))]);
            if (decision.Path.States.Count == 0)
                Row(AirspaceVerdictKind.DidNotEnter, "No State", "high seas", []);
            Altitude();
            foreach (var sensors in conduct.Sensors.GroupBy(s => s.SensorKind))
                Row(null, sensors.Key, "sensor on", [.. sensors.Select(s => (s.During.From, s.During.To, "box did"))]);
            foreach (var control in conduct.Control.GroupBy(c => c.Station))
                Row(null, control.Key, "in control", [.. control.Select(c => (c.During.From, c.During.To, "box did"))]);
            axis.WriteLabels(markup);
        }
        markup.Line();
    }

    private void Row(AirspaceVerdictKind? kind, string name, string word, IReadOnlyList<(UtcInstant From, UtcInstant To, string Style)> boxes)
    {
        using (markup.Element("div", ("class", "row")))
        {
            using (markup.Element("div", ("class", "who")))
            {
                if (kind is { } mark)
                    VerdictMark.Write(markup, mark);
                else
                    markup.Leaf("span", "");
                markup.Leaf("b", name);
                markup.Leaf("span", word, ("class", $"word {(kind is { } k ? VerdictMark.Style(k) : "value")}"));
            }
            using (markup.Element("svg", ("class", "plot bar"), ("role", "img"), ("aria-label", Summary(name, word, boxes)), ("xmlns", "http://www.w3.org/2000/svg")))
            {
                if (!_hasHatch)
                    Hatch();
                axis.WriteGrid(markup);
                if (kind is not null)
                    markup.Void("line", ("class", "covered"), ("x1", MarkupWriter.Percent(axis.At(axis.Start))), ("x2", MarkupWriter.Percent(axis.At(axis.End))), ("y1", "50%"), ("y2", "50%"));
                foreach (var (from, to, style) in boxes)
                    Box(from, to, style);
            }
        }
        markup.Line();
    }

    private void Altitude()
    {
        var points = decision.Path.Legs.SelectMany(l => new[] { l.From, l.To }).Where(p => p.Altitude is not null).Select(p => (p.At, p.Altitude!.FloorMetres, p.Altitude.CeilingMetres)).ToArray();
        if (points.Length == 0)
            return;
        var top = points.Max(p => p.CeilingMetres) * 1.1;
        string Y(double metres) => MarkupWriter.Number(100 - 100 * Math.Clamp(metres / top, 0, 1));
        string X(UtcInstant at) => MarkupWriter.Number(axis.At(at) * 10);
        var outline = string.Join(' ', points.Select(p => $"{X(p.At)},{Y(p.CeilingMetres)}").Concat(points.Reverse().Select(p => $"{X(p.At)},{Y(p.FloorMetres)}")));
        var middle = string.Join(' ', points.Select(p => $"{X(p.At)},{Y((p.FloorMetres + p.CeilingMetres) / 2)}"));
        using (markup.Element("div", ("class", "row")))
        {
            using (markup.Element("div", ("class", "who")))
            {
                markup.Leaf("span", "");
                markup.Leaf("b", "Altitude");
                markup.Leaf("span", Wording.Text($"to {points.Max(p => p.CeilingMetres):#,0} m"), ("class", "word value"));
            }
            using (markup.Element("svg", ("class", "plot strip"), ("role", "img"), ("aria-label", Wording.Text($"Altitude, up to {points.Max(p => p.CeilingMetres):#,0} metres")), ("xmlns", "http://www.w3.org/2000/svg")))
            {
                axis.WriteGrid(markup);
                using (markup.Element("svg", ("viewBox", "0 0 1000 100"), ("preserveAspectRatio", "none"), ("width", "100%"), ("height", "100%")))
                {
                    markup.Void("polygon", ("class", "seen"), ("points", outline));
                    markup.Void("polyline", ("class", "curve plain"), ("points", middle));
                }
            }
        }
        markup.Line();
    }

    /// <summary>One for all rows: an id stands once in a page.</summary>
    private void Hatch()
    {
        _hasHatch = true;
        using (markup.Element("defs"))
        using (markup.Element("pattern", ("id", $"{id}-h"), ("patternUnits", "userSpaceOnUse"), ("width", "6"), ("height", "6"), ("patternTransform", "rotate(45)")))
            markup.Void("path", ("class", "hatch"), ("d", "M0 0V6"));
    }

    private void Box(UtcInstant from, UtcInstant to, string style)
    {
        var (left, width) = (axis.At(from), Math.Max(LeastPercent, axis.At(to) - axis.At(from)));
        (string, string)[] place = [("x", MarkupWriter.Percent(left)), ("width", MarkupWriter.Percent(width)), ("y", "4"), ("height", "16")];
        if (style != "box possible")
        {
            markup.Void("rect", [("class", style), .. place]);
            return;
        }
        markup.Void("rect", [("class", "clear"), .. place]);
        markup.Void("rect", [("class", style), ("fill", $"url(#{id}-h)"), .. place]);
    }

    private static string Summary(string name, string word, IReadOnlyList<(UtcInstant From, UtcInstant To, string Style)> boxes) =>
        $"{name}, {word}{(boxes.Count == 0 ? "" : ": ")}{string.Join("; ", boxes.Take(6).Select(b => $"{Wording.Clock(b.From)} to {Wording.Clock(b.To)}"))}";
}
