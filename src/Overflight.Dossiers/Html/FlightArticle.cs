using Overflight.Airspace;
using Overflight.Airspace.Verdicts;
using Overflight.Dossiers.Map;
using Overflight.Dossiers.Paths;
using Overflight.Feeds;
using Overflight.Patterns;
using Overflight.Patterns.Kinds;
using Overflight.Patterns.Reach;
using Overflight.Patterns.Score;
using Overflight.Tracks.Preparing;

namespace Overflight.Dossiers.Html;

/// <summary>One flight's dossier, from the sentence to the sources.</summary>
internal sealed class FlightArticle(MarkupWriter markup, AirspaceIndex index, string id, ReachSource? reaches = null)
{
    public void Write(FlightExamination analysis, AnalysisHeader? header, ReadReport? input)
    {
        var flight = analysis.Flight;
        if (flight.Count == 0)
        {
            Empty(analysis, header, input);
            return;
        }
        var axis = new TimeAxis(flight.Start, flight.End);
        var principal = PrincipalVerdict.Of(analysis);
        var seen = reaches?.Invoke(flight, analysis.Verdicts) ?? [];
        using (markup.Element("article", ("id", id), ("data-from", Milliseconds(axis.From)), ("data-to", Milliseconds(axis.To))))
        {
            Sentences(analysis, principal);
            new TableWriter(markup).List(About(flight));
            if (analysis.Verdicts.Count > 0)
            {
                Heading("When");
                new VerdictBars(markup, flight, axis, id).Write([.. analysis.Verdicts.OrderBy(v => v == principal ? 0 : 1)]);
            }
            Heading("Where");
            Map(analysis, principal, seen.FirstOrDefault(r => r.Airspace == principal?.Airspace && r.Outline.Count > 0));
            if (analysis.Patterns.Any(p => p.Kind != FlightKind.Transit))
            {
                Heading("What it did");
                new PatternSection(markup, analysis, axis).Write();
            }
            if (seen.Count > 0)
            {
                Heading("What it could see");
                new ReachSection(markup).Write(seen);
            }
            Heading(principal is null ? "Altitude and speed" : "Altitude, speed and distance to the line");
            new ProfileStrips(markup, index, flight, axis).Write(principal, withTurns: analysis.Patterns.Any(p => p.Kind != FlightKind.Transit));
            if (analysis.Surveillance is { } score)
            {
                Heading("How much it looks like surveillance");
                Surveillance(score);
            }
            if (analysis.Gaps is { Count: > 0 } gaps)
            {
                Heading("When it was silent");
                using (markup.Element("ul", ("class", "changes")))
                    foreach (var gap in gaps)
                        markup.Leaf("li", Wording.Sentence(GapSentence.Of(gap)));
                markup.Line();
            }
            if (analysis.Integrity.Count > 0)
            {
                Heading("What is wrong with its positions");
                using (markup.Element("ul", ("class", "changes")))
                    foreach (var finding in analysis.Integrity)
                        markup.Leaf("li", Wording.Sentence(IntegritySentence.Of(finding)));
                markup.Line();
            }
            if (analysis.Verdicts.Count > 0)
                Heading("Why we say so");
            foreach (var verdict in analysis.Verdicts.OrderBy(v => v == principal ? 0 : 1))
                new Evidence(markup, flight).Write(verdict);
            Changes(analysis, principal);
            WriteSources(header, input);
        }
        markup.Line();
    }

    private void Surveillance(SurveillanceScore score)
    {
        new TableWriter(markup).List([
            ("Score", Wording.Text($"{score.Score:0.00} of 1")),
            ("Of those the model learned from", Wording.Text($"{score.BaseRate:0.00} were surveillance")),
            ("Rests on", Wording.Text($"{score.Flights} flights, {score.Observations:#,0} observations")),
        ]);
        using (markup.Element("ul", ("class", "changes")))
            foreach (var reason in score.Reasons.OrderByDescending(r => Math.Abs(r.Logit)))
                markup.Leaf("li", Wording.Text($"{reason.Text} ({reason.Logit:+0.0;−0.0} in the logit)"));
        markup.Leaf("p", string.Join(" ", score.Cautions.Prepend("A likeness to aircraft of one study is no proof of a purpose: traffic watch, survey, training and television look alike in part.")), ("class", "note"));
        markup.Line();
    }

    private void Sentences(FlightExamination analysis, AirspaceVerdict? principal)
    {
        if (principal is null)
        {
            using (markup.Element("div", ("class", "lead")))
                markup.Leaf("h1", $"{Wording.Aircraft(analysis.Flight.Track)} came near no State's airspace {VerdictSentence.Span(analysis.Flight.Start, analysis.Flight.End)}, the time its track covers.");
            return;
        }
        using (markup.Element("div", ("class", $"lead {VerdictMark.Style(principal.Kind)}")))
        {
            markup.Leaf("span", $"{Countries.Label(principal.Airspace)}: {Wording.Of(principal.Kind)}", ("class", $"word {VerdictMark.Style(principal.Kind)}"));
            markup.Leaf("h1", VerdictSentence.Of(analysis.Analysis, principal));
        }
        if (analysis.Verdicts.Count < 2)
            return;
        using (markup.Element("ul", ("class", "also")))
            foreach (var verdict in analysis.Verdicts.Where(v => v != principal))
                using (markup.Element("li"))
                {
                    VerdictMark.Write(markup, verdict.Kind);
                    markup.Leaf("span", VerdictSentence.Of(analysis.Analysis, verdict));
                }
        markup.Line();
    }

    private static IEnumerable<(string, string)> About(PreparedFlight flight)
    {
        var aircraft = flight.Track.Aircraft;
        var type = string.Join(" · ", new[] { Wording.Clean(aircraft.TypeDesignator), Wording.Clean(aircraft.Description) }.Where(t => t.Length > 0));
        yield return ("Aircraft", string.Join(" · ", new[] { Wording.Clean(aircraft.Registration), Wording.Clean(aircraft.Id) }.Where(t => t.Length > 0).Distinct()));
        if (type.Length > 0)
            yield return ("Type", type);
        if (Wording.Clean(flight.Track.CallsignAt(flight.TimeAt(flight.Count / 2))) is { Length: > 0 } callsign)
            yield return ("Call sign", callsign);
        yield return ("Covered", Wording.Date(flight.Start) == Wording.Date(flight.End)
            ? $"{Wording.Date(flight.Start)}, {Wording.Clock(flight.Start)} to {Wording.Clock(flight.End)} UTC"
            : $"{Wording.DateAndClock(flight.Start)} to {Wording.DateAndClock(flight.End)}");
        var silences = Enumerable.Range(0, flight.Count - 1).Where(i => flight.SecondsAfter(i) > TrackStretch.GapSeconds).ToList();
        yield return ("Fixes", Wording.Text($"{flight.Count:#,0} used, {flight.SetAside.Count:#,0} set aside"));
        yield return ("Silences over a minute", silences.Count == 0 ? "none" : Wording.Text($"{silences.Count}, the longest {Wording.Duration(silences.Max(flight.SecondsAfter))}"));
        yield return ("Speed bound", Wording.Knots(flight.Speed.Knots));
    }

    private void Map(FlightExamination analysis, AirspaceVerdict? principal, SensorReach? seen)
    {
        Figure(new FlightMap(markup, index, analysis, principal, $"{id}-map", seen is null ? null : FlightMap.Around(analysis.Flight, principal, seen)) { Seen = seen }, $"Map of the flight of {Wording.Aircraft(analysis.Flight.Track)}", principal is null
            ? "Solid: recorded. Dashed: nothing received for over a minute."
            : $"Solid: recorded. Dashed: nothing received for over a minute. Hatched: within reach during a silence that leaves an answer open. Orange: inside {Countries.Airspace(principal.Airspace)} for certain; amber: may be; green: outside. Fine lines: land borders; dashed at sea.");
        if (seen is not null)
            markup.Leaf("p", $"Shaded on the map: what could be seen of {Countries.Airspace(seen.Airspace)} at some time; ring: its deepest place.", ("class", "note"));
        if (FlightMap.Closer(analysis.Flight, principal) is { } closer)
            Figure(new FlightMap(markup, index, analysis, principal, $"{id}-near", closer), "The part of the map that decides, drawn larger", "Closer: what decides.");
        if (FlightMap.About(analysis, principal) is { } about)
            Figure(new FlightMap(markup, index, analysis, principal, $"{id}-about", about), "What it flew about longest, drawn larger", "Closer: what it flew about longest. Dashed round: the fitted orbit, or the hull of another shape.");
    }

    private void Figure(FlightMap map, string title, string caption)
    {
        using (markup.Element("figure"))
        {
            map.Write(title);
            using (markup.Element("figcaption"))
            {
                markup.Leaf("span", caption);
                markup.Leaf("span", "© OpenStreetMap contributors, ODbL");
            }
        }
        markup.Line();
    }

    private void Changes(FlightExamination analysis, AirspaceVerdict? principal)
    {
        Heading("What would change the answer");
        foreach (var verdict in analysis.Verdicts.OrderBy(v => v == principal ? 0 : 1))
        {
            if (analysis.Verdicts.Count > 1)
                using (markup.Element("h3"))
                {
                    VerdictMark.Write(markup, verdict.Kind);
                    markup.Text(Countries.Label(verdict.Airspace));
                }
            using (markup.Element("ul", ("class", "changes")))
                foreach (var words in WhatWouldChange.Of(analysis, verdict))
                    markup.Leaf("li", words);
        }
        markup.Leaf("p", WhatWouldChange.Coverage(analysis.Flight), ("class", "note"));
        markup.Line();
    }

    private void WriteSources(AnalysisHeader? header, ReadReport? input)
    {
        if (header is null && input is null)
            return;
        Heading("Sources, and how to make this again");
        var sources = new Sources(markup);
        if (input is not null)
            sources.Input(input);
        if (header is null)
            return;
        for (var i = 0; i < header.Boundaries.Count; i++)
            sources.Boundary(header.Boundaries[i], i == 0);
        sources.Reproduce(header);
    }

    private void Empty(FlightExamination analysis, AnalysisHeader? header, ReadReport? input)
    {
        using (markup.Element("article", ("id", id)))
        {
            using (markup.Element("div", ("class", "lead")))
                markup.Leaf("h1", $"Nothing can be said of {Wording.Aircraft(analysis.Flight.Track)}: its track holds no usable fix.");
            markup.Leaf("p", "A dossier needs at least one recorded position with its time. See the sources for what was read and what was set aside.", ("class", "note"));
            WriteSources(header, input);
        }
        markup.Line();
    }

    private void Heading(string text)
    {
        markup.Leaf("h2", text);
        markup.Line();
    }

    private static string Milliseconds(Tracks.UtcInstant time) => Wording.Text($"{time.Microseconds / 1000}");
}
