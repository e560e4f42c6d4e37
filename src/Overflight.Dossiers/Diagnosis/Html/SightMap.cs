using System.Globalization;
using System.Text;
using Overflight.Dossiers.Html;
using Overflight.Dossiers.Map;
using Overflight.Geodesy;

namespace Overflight.Dossiers.Diagnosis.Html;

/// <summary>The sensor's path, the stated frame centres and the computed ones, each joined to the stated one it should be.</summary>
internal sealed class SightMap
{
    private const int MostMarks = 90;

    // Readings nearer than this on the map cannot be told apart, and one is drawn.
    private const double LeastUnitsApart = 3;

    private readonly MarkupWriter _markup;
    private readonly MapFrame _frame;
    private readonly IReadOnlyList<CentrePlace> _places;
    private readonly List<CentrePlace> _marked;
    private readonly bool _withStandard;

    public SightMap(MarkupWriter markup, MapFrame frame, IReadOnlyList<CentrePlace> places)
    {
        (_markup, _frame, _places) = (markup, frame, places);
        var stated = places.Where(p => p.Stated is not null).ToList();
        var step = Math.Max(1, (stated.Count + MostMarks - 1) / MostMarks);
        _marked = [.. stated.Where((_, i) => i % step == 0)];
        _withStandard = places.Any(p => p.ByStandard?.Place is { } a && p.ByChosen?.Place is { } b
            ? Geodesic.DistanceMetres(a, b) > LeastUnitsApart * frame.MetresPerUnit : p.ByStandard?.Place is not null != p.ByChosen?.Place is not null);
    }

    public void Write(string title, string id)
    {
        using (_markup.Element("svg", ("class", $"map sight p{_frame.Proportion}"), ("role", "img"), ("aria-labelledby", $"{id}-t {id}-d"), ("xmlns", "http://www.w3.org/2000/svg")))
        {
            _markup.Leaf("title", title, ("id", $"{id}-t"));
            _markup.Leaf("desc", Description(), ("id", $"{id}-d"));
            using (_markup.Element("svg", ("viewBox", $"0 0 {MarkupWriter.Number(MapFrame.Width)} {MarkupWriter.Number(_frame.Height)}"), ("preserveAspectRatio", "none"), ("width", "100%"), ("height", "100%")))
            {
                if (_withStandard)
                    Draw("joint standard", Joints(p => p.ByStandard));
                Draw("joint chosen", Joints(p => p.ByChosen));
                Draw("sensor", PathData.Of(_frame, _places.Select(p => p.Sensor).OfType<GeoPoint>()));
                Draw("centres", PathData.Of(_frame, _places.Select(p => p.Stated).OfType<GeoPoint>()));
                if (_withStandard)
                    Draw("dot standard", Dots(_marked.Select(p => p.ByStandard?.Place)));
                Draw("dot stated", Dots(_marked.Select(p => p.Stated)));
                Draw("dot hole", Dots(_marked.Select(p => p.Stated)));
                Draw("dot chosen", Dots(_marked.Select(p => p.ByChosen?.Place)));
            }
            Ends();
            MapScale.Write(_markup, _frame);
            using (_markup.Element("svg", ("x", "100%"), ("y", "0"), ("overflow", "visible")))
            {
                _markup.Void("path", ("class", "north"), ("d", "M-20 12L-15 26L-20 23L-25 26Z"));
                _markup.Leaf("text", "N", ("x", "-20"), ("y", "40"), ("text-anchor", "middle"));
            }
        }
        _markup.Line();
    }

    /// <summary>What the marks mean.</summary>
    public void Key(bool withSensor)
    {
        using (_markup.Element("ul", ("class", "key sight")))
        {
            if (withSensor && _places.Any(p => p.Sensor is not null))
                Entry("sensor's path", ("sensor", "M0 6H24"));
            if (_marked.Count > 0)
                Entry("stated frame centre", ("centres", "M0 6H24"), ("dot stated", "M12 6h0"), ("dot hole", "M12 6h0"));
            if (_marked.Any(p => p.ByChosen?.Place is not null))
                Entry(_withStandard ? "computed by the chosen reading" : "computed", ("joint chosen", "M2 6H12"), ("dot chosen", "M12 6h0"));
            if (_withStandard && _marked.Any(p => p.ByStandard?.Place is not null))
                Entry("computed by the standard reading", ("joint standard", "M2 6H12"), ("dot standard", "M12 6h0"));
        }
        _markup.Line();
    }

    /// <summary>What lies off the map, in a sentence; empty where nothing does.</summary>
    public string Beyond()
    {
        var words = new StringBuilder();
        foreach (var (name, computed) in Readings())
        {
            var off = _places.Where(p => p.Stated is not null && computed(p)?.Place is { } at && !Holds(at)).ToList();
            var missed = _places.Count(p => computed(p) is { Place: null });
            if (off.Count > 0)
                words.Append(CultureInfo.InvariantCulture, $" {off.Count:#,0} of {_places.Count(p => p.Stated is not null && computed(p)?.Place is not null):#,0} centres {name} lie beyond this map, up to {DiagnosisWords.Metres(off.Max(p => p.Metres(computed(p))))} from the stated ones; the lines to them are cut at its edge.");
            if (missed > 0)
                words.Append(CultureInfo.InvariantCulture, $" {missed:#,0} lines of sight {name} pass over the earth and are not drawn.");
        }
        if (!_withStandard && _marked.Any(p => p.ByChosen?.Place is not null) && _places.Any(p => p.ByStandard != p.ByChosen))
            words.Append(" The readings cannot be told apart at this scale.");
        if (_marked.Count < _places.Count(p => p.Stated is not null))
            words.Append(CultureInfo.InvariantCulture, $" Of {_places.Count(p => p.Stated is not null):#,0} centres {_marked.Count:#,0} are marked.");
        return words.ToString();
    }

    private IEnumerable<(string Name, Func<CentrePlace, ComputedCentre?> Computed)> Readings()
    {
        yield return (_withStandard ? "by the chosen reading" : "as computed", p => p.ByChosen);
        if (_withStandard)
            yield return ("by the standard reading", p => p.ByStandard);
    }

    private string Description() => string.Join(' ', new[]
    {
        Wording.Text($"Places of {_places.Count:#,0} packets: the sensor's path as a heavy line, the stated frame centres as rings on a fine line, those computed as dots joined to them."),
        Beyond().Trim(),
    }.Where(t => t.Length > 0));

    private void Draw(string style, string data)
    {
        if (data.Length > 0)
            _markup.Void("path", ("class", style), ("d", data));
    }

    /// <summary>Lines of no length, which round ends make dots of one size on every screen.</summary>
    private string Dots(IEnumerable<GeoPoint?> places)
    {
        var path = new StringBuilder();
        foreach (var place in places)
            if (place is { } at && Holds(at))
            {
                var (x, y) = _frame.At(at);
                path.Append(CultureInfo.InvariantCulture, $"M{x:0.#} {y:0.#}h0");
            }
        return path.ToString();
    }

    private string Joints(Func<CentrePlace, ComputedCentre?> computed)
    {
        var path = new StringBuilder();
        foreach (var place in _marked)
            if (place.Stated is { } stated && computed(place)?.Place is { } at)
            {
                var ((x1, y1), (x2, y2)) = (_frame.At(stated), _frame.At(at));
                var length = Math.Max(1, double.Hypot(x2 - x1, y2 - y1));
                var part = Math.Min(1, 2 * MapFrame.Width / length);
                path.Append(CultureInfo.InvariantCulture, $"M{x1:0.#} {y1:0.#}L{x1 + part * (x2 - x1):0.#} {y1 + part * (y2 - y1):0.#}");
            }
        return path.ToString();
    }

    private void Ends()
    {
        var labels = new MapLabels(_markup, _frame);
        var sensors = _places.Select(p => p.Sensor).OfType<GeoPoint>().ToList();
        foreach (var place in _marked)
            KeepFree(labels, place.Stated!.Value, 4);
        foreach (var place in sensors.Where((_, i) => i % Math.Max(1, sensors.Count / MostMarks) == 0))
            KeepFree(labels, place, 2);
        foreach (var (place, label) in sensors.Count switch
        {
            0 => [],
            1 => [(sensors[0], "sensor")],
            _ => ((GeoPoint, string)[])[(sensors[0], "sensor, first"), (sensors[^1], "sensor, last")],
        })
            if (Holds(place))
            {
                var (x, y) = _frame.At(place);
                using (_markup.Element("svg", ("x", MarkupWriter.Percent(100 * x / MapFrame.Width)), ("y", MarkupWriter.Percent(100 * y / _frame.Height)), ("overflow", "visible")))
                    _markup.Void("path", ("class", "end"), ("d", label.EndsWith("last", StringComparison.Ordinal) ? "M-4 -4H4V4H-4Z" : "M-4 0A4 4 0 1 0 4 0A4 4 0 1 0 -4 0Z"));
                labels.Beside(x, y, label, "mark");
            }
    }

    private void KeepFree(MapLabels labels, GeoPoint place, double reach)
    {
        var (x, y) = _frame.At(place);
        labels.KeepFree(x, y, reach);
    }

    private bool Holds(GeoPoint place)
    {
        var (x, y) = _frame.At(place);
        return _frame.Holds(x, y);
    }

    private void Entry(string words, params IEnumerable<(string Style, string Data)> shapes)
    {
        using (_markup.Element("li"))
        {
            using (_markup.Element("svg", ("class", "swatch sight"), ("width", "24"), ("height", "12"), ("aria-hidden", "true")))
                foreach (var (style, data) in shapes)
                    _markup.Void("path", ("class", style), ("d", data));
            _markup.Text(words);
        }
    }
}
