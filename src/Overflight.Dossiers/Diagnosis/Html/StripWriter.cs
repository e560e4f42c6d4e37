using Overflight.Dossiers.Html;

namespace Overflight.Dossiers.Diagnosis.Html;

/// <summary>Draws strips on one axis, with their scales and keys.</summary>
internal sealed class StripWriter(MarkupWriter markup, StreamAxis axis)
{
    /// <summary>A strip of lines.</summary>
    /// <param name="name">What it shows.</param>
    /// <param name="range">Its numbers, in words.</param>
    /// <param name="scale">Upright.</param>
    /// <param name="lines">Those drawn last lie above.</param>
    public void Lines(string name, string range, StripScale scale, IReadOnlyList<StripLine> lines) => Strip(name, range, scale, lines, () =>
    {
        foreach (var line in lines)
            markup.Void("path", ("class", $"curve {line.Style}"), ("d", line.Path(scale)));
    });

    /// <summary>A strip whose drawing, in a box of 1000 × 100, is given.</summary>
    public void Strip(string name, string range, StripScale scale, IReadOnlyList<StripLine> lines, Action draw)
    {
        using (markup.Element("div", ("class", "row")))
        {
            using (markup.Element("div", ("class", "who")))
            {
                markup.Leaf("b", name);
                markup.Leaf("span", range, ("class", "value"));
                if (lines.Count > 1)
                    Key(lines);
            }
            using (markup.Element("svg", ("class", "plot strip"), ("role", "img"), ("aria-label", $"{name}: {range}"), ("xmlns", "http://www.w3.org/2000/svg")))
            {
                axis.WriteGrid(markup);
                foreach (var (value, _) in scale.Ticks)
                    markup.Void("line", ("class", "tick"), ("x1", "0"), ("x2", "100%"), ("y1", Down(scale, value)), ("y2", Down(scale, value)));
                using (markup.Element("svg", ("viewBox", "0 0 1000 100"), ("preserveAspectRatio", "none"), ("width", "100%"), ("height", "100%")))
                    draw();
                foreach (var (value, label) in scale.Ticks)
                    markup.Leaf("text", label, ("class", "level"), ("x", "100%"), ("dx", "-6"), ("dy", scale.Part(value) switch { > 0.9 => "12", < 0.1 => "-3", _ => "4" }), ("y", Down(scale, value)), ("text-anchor", "end"));
            }
        }
        markup.Line();
    }

    /// <summary>Why a strip is not there.</summary>
    public void Absent(string name, string why)
    {
        using (markup.Element("div", ("class", "row absent")))
        {
            using (markup.Element("div", ("class", "who")))
                markup.Leaf("b", name);
            markup.Leaf("p", why);
        }
        markup.Line();
    }

    private void Key(IReadOnlyList<StripLine> lines)
    {
        foreach (var line in lines.Reverse())
            using (markup.Element("span", ("class", "value keyed")))
            {
                using (markup.Element("svg", ("class", "swatch"), ("width", "24"), ("height", "12"), ("aria-hidden", "true")))
                    markup.Void("path", ("class", $"curve {line.Style}"), ("d", "M0 6H24"));
                markup.Text(line.Name);
            }
    }

    private static string Down(StripScale scale, double value) => MarkupWriter.Percent(100 * (1 - scale.Part(value)));
}
