using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Dossiers.Html;
using Overflight.Dossiers.Paths;
using Overflight.Geodesy;
using Overflight.Patterns;
using Overflight.Patterns.Kinds;
using Overflight.Patterns.Reach;
using Overflight.Tracks.Preparing;

namespace Overflight.Dossiers.Map;

/// <summary>The map of a flight: where it was, where it may have been, and what decides.</summary>
internal sealed class FlightMap
{
    private const int MostLabelledIntervals = 4;
    private const int MostCrosses = 400;
    private const double LeastLensUnits = 3;
    private const double WorthwhileMagnification = 2;
    private const double FarMetres = 10_000;
    private const double LeastAboutSeconds = 300;
    private const int CircleCorners = 72;

    private readonly MarkupWriter _markup;
    private readonly AirspaceIndex _index;
    private readonly PreparedFlight _flight;
    private readonly AirspaceVerdict? _verdict;
    private readonly PresenceTimeline _presence;
    private readonly List<(AirspaceVerdict Verdict, PresenceTimeline Presence)> _open;
    private readonly MapFrame _frame;
    private readonly string _id;
    private readonly IReadOnlyList<FlightPattern> _patterns;
    private readonly List<TrackStretch> _stretches;

    /// <param name="markup">Where to.</param>
    /// <param name="index">The boundaries.</param>
    /// <param name="analysis">The flight and its verdicts.</param>
    /// <param name="verdict">The verdict that colours it.</param>
    /// <param name="id">Begins the identifiers of its elements.</param>
    /// <param name="shown">What the window is fitted to; the whole flight where not given.</param>
    public FlightMap(MarkupWriter markup, AirspaceIndex index, FlightExamination analysis, AirspaceVerdict? verdict, string id, MapFrame? shown = null)
    {
        (_markup, _index, _flight, _verdict, _id) = (markup, index, analysis.Flight, verdict, id);
        _patterns = analysis.Patterns;
        _open = [.. analysis.Verdicts.Where(v => v != verdict && v.Kind == AirspaceVerdictKind.CannotBeRuledOut).Select(v => (v, new PresenceTimeline(v)))];
        _presence = new PresenceTimeline(verdict);
        _stretches = [.. TrackStretches.Of(_flight, _presence)];
        _frame = shown ?? MapFrame.Around(Whole(_flight, verdict));
    }

    /// <summary>What to shade as seen; null for none.</summary>
    public SensorReach? Seen { get; init; }

    public void Write(string title)
    {
        using (_markup.Element("svg", ("class", $"map p{_frame.Proportion}"), ("role", "img"), ("aria-labelledby", $"{_id}-t {_id}-d"), ("xmlns", "http://www.w3.org/2000/svg")))
        {
            _markup.Leaf("title", title, ("id", $"{_id}-t"));
            _markup.Leaf("desc", Description(), ("id", $"{_id}-d"));
            var territory = new TerritoryGrid(_index, _frame);
            var ground = new MapGround(_markup, _frame, _index);
            Hatch();
            using (_markup.Element("svg", ("viewBox", $"0 0 {MarkupWriter.Number(MapFrame.Width)} {MarkupWriter.Number(_frame.Height)}"), ("preserveAspectRatio", "none"), ("width", "100%"), ("height", "100%")))
            {
                ground.Write(territory, _verdict?.Airspace);
                Shade();
                Lenses();
                Shapes();
                Track();
            }
            var labels = new MapLabels(_markup, _frame);
            Crosses();
            Marks(labels);
            Nearest(labels);
            foreach (var (states, x, y, radius) in territory.Rooms())
                labels.States(states, x, y, radius);
            labels.Degrees(ground.Steps());
            MapScale.Write(_markup, _frame);
        }
    }

    /// <summary>A window on what decides a verdict, where it is so much smaller than the whole that it is worth a map of its own.</summary>
    public static MapFrame? Closer(PreparedFlight flight, AirspaceVerdict? verdict)
    {
        var places = Deciding(flight, verdict).ToList();
        var isFar = verdict is { Kind: AirspaceVerdictKind.DidNotEnter, ClosestMetres: > FarMetres };
        if (places.Count == 0 || isFar)
            return null;
        var closer = MapFrame.Around(places);
        return closer.MetresPerUnit * WorthwhileMagnification < MapFrame.Around(Whole(flight, verdict)).MetresPerUnit ? closer : null;
    }

    /// <summary>A window on the ground flown about longest, where it is so much smaller than the whole that it is worth a map of its own.</summary>
    public static MapFrame? About(FlightExamination examination, AirspaceVerdict? verdict)
    {
        if (examination.Patterns.Where(p => p.Ground.Count > 2).MaxBy(p => p.ObservedSeconds) is not { ObservedSeconds: >= LeastAboutSeconds } longest)
            return null;
        var about = MapFrame.Around(longest.Ground);
        return about.MetresPerUnit * WorthwhileMagnification < MapFrame.Around(Whole(examination.Flight, verdict)).MetresPerUnit ? about : null;
    }

    /// <summary>A window on the whole flight and what it could see.</summary>
    public static MapFrame Around(PreparedFlight flight, AirspaceVerdict? verdict, SensorReach seen) =>
        MapFrame.Around(Whole(flight, verdict).Concat(seen.Outline.SelectMany(ring => ring)));

    private void Shade()
    {
        foreach (var ring in Seen?.Outline ?? [])
            if (PathData.Of(_frame, ring, isClosed: true) is { Length: > 0 } data)
                _markup.Void("path", ("class", "seen"), ("d", data));
    }

    private static IEnumerable<GeoPoint> Whole(PreparedFlight flight, AirspaceVerdict? verdict)
    {
        for (var i = 0; i < flight.Count; i++)
            yield return flight.PositionAt(i);
        if (verdict is not null && verdict.Kind != AirspaceVerdictKind.Entered)
            foreach (var place in Deciding(flight, verdict))
                yield return place;
    }

    private static IEnumerable<GeoPoint> Deciding(PreparedFlight flight, AirspaceVerdict? verdict)
    {
        if (verdict is null)
            yield break;
        foreach (var interval in verdict.Intervals.Where(i => i.IsCertain))
            foreach (var place in new[] { interval.Enter.Earliest is null ? null : interval.EnterPlace, interval.Exit.Latest is null ? null : interval.ExitPlace, interval.DeepestPlace })
                if (place is { } found)
                    yield return found;
        if (verdict.Witness is { } witness)
        {
            var (first, second) = (flight.Track.PositionAt(witness.FirstFix), flight.Track.PositionAt(witness.SecondFix));
            foreach (var place in ReachableLens.Of(first, second, witness.AllowedMetres, 24).Prepend(witness.Place))
                yield return place;
        }
        foreach (var fact in verdict.DecidedBy.Where(f => f.SignedMetres < 0 && verdict.Kind == AirspaceVerdictKind.DidNotEnter))
        {
            yield return fact.Place;
            yield return fact.Edge.Start;
        }
    }

    private string Description()
    {
        var gaps = _stretches.Count(s => s.IsGap);
        var parts = new List<string> { $"The recorded track, {_flight.Count} places, drawn solid" };
        if (gaps > 0)
            parts.Add($"{gaps} silence{(gaps > 1 ? "s" : "")} of more than a minute, drawn dashed, with the area within reach outlined");
        if (_verdict is not null)
            parts.Add($"coloured by what is known of presence in {Countries.Airspace(_verdict.Airspace)}: {Wording.Of(_verdict.Kind)}");
        return string.Join("; ", parts) + ".";
    }

    private void Hatch()
    {
        using (_markup.Element("defs"))
        using (_markup.Element("pattern", ("id", $"{_id}-hatch"), ("patternUnits", "userSpaceOnUse"), ("width", "7"), ("height", "7"), ("patternTransform", "rotate(45)")))
            _markup.Void("path", ("class", "hatch"), ("d", "M0 0V7"));
    }

    private void Lenses()
    {
        foreach (var gap in _stretches.Where(s => s.IsGap))
        {
            var isOpen = gap.What == PresenceCertainty.Possible || _open.Exists(o => o.Presence.IsOpenWithin(_flight.TimeAt(gap.First), _flight.TimeAt(gap.Last)));
            var allowed = ReachableLens.AllowedMetres(_flight, gap.First);
            if (allowed / _frame.MetresPerUnit < LeastLensUnits)
                continue;
            var outline = ReachableLens.Of(_flight, gap.First, isOpen ? 96 : 48);
            if (outline.Length == 0)
                continue;
            var data = PathData.Of(_frame, outline, isClosed: true);
            if (isOpen)
                _markup.Void("path", ("class", "lens open"), ("fill", $"url(#{_id}-hatch)"), ("d", data));
            else
                _markup.Void("path", ("class", "lens"), ("d", data));
        }
    }

    /// <summary>Fitted orbits, and the hulls of other shapes.</summary>
    private void Shapes()
    {
        foreach (var pattern in _patterns.Where(p => p.Ground.Count > 2))
        {
            var isCircle = pattern.Kind == FlightKind.Orbit && pattern.DriftMetres < pattern.RadiusMetres;
            var outline = isCircle
                ? Enumerable.Range(0, CircleCorners).Select(i => Geodesic.Direct(pattern.Centre, 360.0 * i / CircleCorners, pattern.RadiusMetres))
                : pattern.Ground;
            var data = PathData.Of(_frame, outline, isClosed: true);
            if (data.Length > 0)
                _markup.Void("path", ("class", "shape"), ("d", data));
        }
    }

    private void Track()
    {
        // What is certain is drawn over what is not.
        foreach (var stretch in _stretches.OrderByDescending(s => s.IsGap).ThenBy(s => s.What))
        {
            var places = Enumerable.Range(stretch.First, stretch.Last - stretch.First + 1).Select(_flight.PositionAt);
            var data = PathData.Of(_frame, stretch.IsGap ? Curve(stretch) : places);
            if (data.Length > 0)
                _markup.Void("path", ("class", $"track {Style(stretch.What)}{(stretch.IsGap ? " gap" : "")}"), ("d", data));
        }
    }

    private IEnumerable<GeoPoint> Curve(TrackStretch gap)
    {
        var line = GeodesicLine.Between(_flight.PositionAt(gap.First), _flight.PositionAt(gap.Last));
        for (var i = 0; i <= 24; i++)
            yield return line.PointAt(line.DistanceMetres * i / 24);
    }

    private void Crosses()
    {
        foreach (var fix in _flight.SetAside.Where(f => f.Reason != RejectionReason.Repeat).Take(MostCrosses))
        {
            var (x, y) = _frame.At(_flight.Track.PositionAt(fix.Index));
            if (_frame.Holds(x, y))
                Mark(x, y, "cross", "M-3 -3L3 3M-3 3L3 -3");
        }
    }

    private void Marks(MapLabels labels)
    {
        if (_flight.Count == 0)
            return;
        foreach (var stretch in _stretches)
            KeepFree(labels, stretch);
        if (Seen?.Deepest is { } seen)
            Mark(labels, seen.Place, "seen-deepest", "M-6 0A6 6 0 1 0 6 0A6 6 0 1 0 -6 0Z", "");
        var certain = _verdict?.Intervals.Where(i => i.IsCertain).ToList() ?? [];
        foreach (var (interval, i) in certain.Select((v, i) => (v, i)))
        {
            if (interval.Enter is { Earliest: not null, Likely: { } entered } && interval.EnterPlace is { } enterPlace)
                Mark(labels, enterPlace, "crossing", "M0 -6L6 0L0 6L-6 0Z", i < MostLabelledIntervals ? $"in {Wording.Clock(entered)}" : "");
            if (interval.Exit is { Latest: not null, Likely: { } left } && interval.ExitPlace is { } exitPlace)
                Mark(labels, exitPlace, "crossing", "M0 -6L6 0L0 6L-6 0Z", i < MostLabelledIntervals ? $"out {Wording.Clock(left)}" : "");
            if (interval.DeepestPlace is { } deepest && interval.DeepestMetres is { } depth && certain.Count == 1 && interval.Enter.Earliest is not null)
                Mark(labels, deepest, "deepest", "M-4 0A4 4 0 1 0 4 0A4 4 0 1 0 -4 0Z", $"deepest {Wording.Distance(depth)}");
        }
        if (_verdict?.Witness is { } witness)
            Mark(labels, witness.Place, "witness", "M0 -8L7 5H-7Z", "witness");
        foreach (var (other, _) in _open)
            if (other.Witness is { } place)
                Mark(labels, place.Place, "witness", "M0 -8L7 5H-7Z", $"witness {other.Airspace}");
        Mark(labels, _flight.PositionAt(0), "end", "M-4 0A4 4 0 1 0 4 0A4 4 0 1 0 -4 0Z", $"start {Wording.Clock(_flight.Start)}");
        Mark(labels, _flight.PositionAt(_flight.Count - 1), "end", "M-4 -4H4V4H-4Z", $"end {Wording.Clock(_flight.End)}");
    }

    /// <summary>From the nearest fix outside straight to the line.</summary>
    private void Nearest(MapLabels labels)
    {
        var isOfPlaces = _verdict is { Kind: AirspaceVerdictKind.DidNotEnter } or { Kind: AirspaceVerdictKind.CannotBeRuledOut, SpeedToEnterKnots: 0 };
        if (!isOfPlaces || _index.Region(_verdict!.Airspace) is not { } region)
            return;
        foreach (var fact in _verdict.DecidedBy.Where(f => f.SignedMetres < 0))
        {
            var distance = region.DistanceTo(fact.Place);
            var ((fromX, fromY), (toX, toY)) = (_frame.At(fact.Place), _frame.At(distance.Nearest));
            _markup.Void("line", ("class", "measure"), ("x1", Across(fromX)), ("y1", Down(fromY)), ("x2", Across(toX)), ("y2", Down(toY)));
            labels.Beside((fromX + toX) / 2, (fromY + toY) / 2, Wording.DistanceInBoth(Math.Abs(distance.SignedMetres)), "mark");
        }
    }

    private void KeepFree(MapLabels labels, TrackStretch stretch)
    {
        var step = Math.Max(1, (stretch.Last - stretch.First) / 24);
        for (var i = stretch.First; i <= stretch.Last; i += step)
        {
            var (x, y) = _frame.At(_flight.PositionAt(i));
            labels.KeepFree(x, y, 3);
        }
    }

    private void Mark(MapLabels labels, GeoPoint place, string style, string shape, string label)
    {
        var (x, y) = _frame.At(place);
        if (!_frame.Holds(x, y))
            return;
        Mark(x, y, style, shape);
        if (label.Length > 0)
            labels.Beside(x, y, label, $"mark {style}{(style is "witness" ? "" : " wide")}");
    }

    private void Mark(double x, double y, string style, string shape)
    {
        using (_markup.Element("svg", ("x", Across(x)), ("y", Down(y)), ("overflow", "visible")))
            _markup.Void("path", ("class", style), ("d", shape));
    }

    private static string Across(double x) => MarkupWriter.Percent(100 * x / MapFrame.Width);

    private string Down(double y) => MarkupWriter.Percent(100 * y / _frame.Height);

    private static string Style(PresenceCertainty what) => what switch
    {
        PresenceCertainty.Inside => "inside",
        PresenceCertainty.Possible => "possible",
        _ => "outside",
    };
}
