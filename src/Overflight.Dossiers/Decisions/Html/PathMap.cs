using Overflight.Airspace;
using Overflight.Authority.Deciding;
using Overflight.Authority.Documents;
using Overflight.Authority.Paths;
using Overflight.Authority.Rules;
using Overflight.Dossiers.Html;
using Overflight.Dossiers.Map;
using Overflight.Geodesy;

namespace Overflight.Dossiers.Decisions.Html;

/// <summary>The map of a decision: the path, leg by leg as the rules that are about legs find it, and where it can divert to.</summary>
internal sealed class PathMap
{
    private const int LegPieces = 12;

    private readonly MarkupWriter _markup;
    private readonly AirspaceIndex _index;
    private readonly Decision _decision;
    private readonly Sortie _sortie;
    private readonly MapFrame _frame;
    private readonly RuleOutcome[] _worst;

    public PathMap(MarkupWriter markup, AirspaceIndex index, Decision decision, Sortie sortie)
    {
        (_markup, _index, _decision, _sortie) = (markup, index, decision, sortie);
        _frame = MapFrame.Around(Places().Concat(sortie.Diversions.Select(d => new GeoPoint(d.Latitude, d.Longitude))));
        _worst = new RuleOutcome[decision.Path.Legs.Count];
        foreach (var reason in decision.Answers.Where(a => decision.BlockedBy.Contains(a.Rule)).SelectMany(a => a.Reasons).Where(r => r.Outcome != RuleOutcome.Pass && r.FirstLeg is not null))
        {
            for (var leg = reason.FirstLeg!.Value; leg <= reason.LastLeg; leg++)
                _worst[leg] = Worse(_worst[leg], reason.Outcome);
        }
    }

    public void Write(string id)
    {
        using (_markup.Element("svg", ("class", $"map p{_frame.Proportion}"), ("role", "img"), ("aria-labelledby", $"{id}-t {id}-d"), ("xmlns", "http://www.w3.org/2000/svg")))
        {
            _markup.Leaf("title", $"Map of {_decision.Sortie}", ("id", $"{id}-t"));
            _markup.Leaf("desc", Description(), ("id", $"{id}-d"));
            var territory = new TerritoryGrid(_index, _frame);
            var ground = new MapGround(_markup, _frame, _index);
            using (_markup.Element("svg", ("viewBox", $"0 0 {MarkupWriter.Number(MapFrame.Width)} {MarkupWriter.Number(_frame.Height)}"), ("preserveAspectRatio", "none"), ("width", "100%"), ("height", "100%")))
            {
                ground.Write(territory, _decision.Path.States.FirstOrDefault(s => s.IsCertain)?.State);
                Legs();
            }
            var labels = new MapLabels(_markup, _frame);
            foreach (var (x, y) in Places().Select(_frame.At))
                labels.KeepFree(x, y, 3);
            Marks(labels);
            foreach (var (states, x, y, radius) in territory.Rooms())
                labels.States(states, x, y, radius);
            labels.Degrees(ground.Steps());
            MapScale.Write(_markup, _frame);
        }
    }

    private IEnumerable<GeoPoint> Places() => _decision.Path.Legs.Select(l => l.From.Place).Append(_decision.Path.Legs[^1].To.Place);

    private string Description() => _decision.Path.States.Count == 0
        ? $"{_decision.Path.Legs.Count} legs, beyond every territorial sea."
        : $"{_decision.Path.Legs.Count} legs; in or perhaps in the airspace of {string.Join(", ", _decision.Path.States.Select(s => Countries.Label(s.State)).Distinct())}.";

    private void Legs()
    {
        // What is worse is drawn over what is not.
        foreach (var outcome in new[] { RuleOutcome.Pass, RuleOutcome.Unknown, RuleOutcome.Refuse })
        {
            for (var first = 0; first < _worst.Length; first++)
            {
                if (_worst[first] != outcome)
                    continue;
                var last = first;
                while (last + 1 < _worst.Length && _worst[last + 1] == outcome)
                    last++;
                _markup.Void("path", ("class", $"track {OutcomeMark.Style(outcome)}{(outcome == RuleOutcome.Unknown ? " gap" : "")}"), ("d", PathData.Of(_frame, _decision.Path.Legs.Skip(first).Take(last - first + 1).SelectMany(Line))));
                first = last;
            }
        }
    }

    private static IEnumerable<GeoPoint> Line(PathLeg leg) => Enumerable.Range(0, LegPieces + 1).Select(i => leg.PlaceAt(leg.LengthMetres * i / LegPieces));

    private void Marks(MapLabels labels)
    {
        foreach (var diversion in _sortie.Diversions)
            Mark(labels, new(diversion.Latitude, diversion.Longitude), "end", "M0 -5L5 4H-5Z", diversion.Name);
        var path = _decision.Path;
        Mark(labels, path.Legs[0].From.Place, "end", "M-4 0A4 4 0 1 0 4 0A4 4 0 1 0 -4 0Z", $"start {Wording.Clock(path.Start)}");
        Mark(labels, path.Legs[^1].To.Place, "end", "M-4 -4H4V4H-4Z", $"end {Wording.Clock(path.End)}");
    }

    private void Mark(MapLabels labels, GeoPoint place, string style, string shape, string label)
    {
        var (x, y) = _frame.At(place);
        if (!_frame.Holds(x, y))
            return;
        using (_markup.Element("svg", ("x", MarkupWriter.Percent(100 * x / MapFrame.Width)), ("y", MarkupWriter.Percent(100 * y / _frame.Height)), ("overflow", "visible")))
            _markup.Void("path", ("class", style), ("d", shape));
        labels.Beside(x, y, label, $"mark {style} wide");
    }

    private static RuleOutcome Worse(RuleOutcome a, RuleOutcome b) => a > b ? a : b;
}
