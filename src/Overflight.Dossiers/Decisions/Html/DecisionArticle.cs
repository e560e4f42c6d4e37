using Overflight.Airspace;
using Overflight.Authority.Deciding;
using Overflight.Authority.Documents;
using Overflight.Authority.Rules;
using Overflight.Dossiers.Html;

namespace Overflight.Dossiers.Decisions.Html;

/// <summary>A decision as people read it: the answer, what stops it, the map, the time, every rule, what must be told, sources.</summary>
internal sealed class DecisionArticle(MarkupWriter markup, AirspaceIndex index, Decision decision, Sortie sortie)
{
    private const int MostReasons = 5;

    public void Write()
    {
        using (markup.Element("article"))
        {
            Lead();
            markup.Leaf("h2", "Where");
            using (markup.Element("figure"))
            {
                new PathMap(markup, index, decision, sortie).Write("map");
                using (markup.Element("figcaption"))
                {
                    markup.Leaf("span", "The path: thin and green where no rule that stops the flight is about a leg, dashed and amber where one cannot tell, thick and vermilion where one refuses. Dashed lines are 12 NM limits.");
                    markup.Leaf("span", "Map data © OpenStreetMap contributors");
                }
            }
            markup.Leaf("h2", "When");
            new ConductBars(markup, new(decision.Path.Start, decision.Path.End), decision, sortie.Conduct, "bars").Write();
            Rules();
            Duties();
            Differences();
            Sources();
        }
        markup.Line();
    }

    private void Lead()
    {
        var worst = decision.IsPermitted ? RuleOutcome.Pass : decision.Answers.Where(a => decision.BlockedBy.Contains(a.Rule)).Max(a => a.Outcome);
        using (markup.Element("div", ("class", $"lead {OutcomeMark.Style(worst)}")))
        {
            markup.Leaf("span", decision.IsPermitted ? "permitted" : worst == RuleOutcome.Refuse ? "refused" : "not permitted: cannot be told", ("class", $"word {OutcomeMark.Style(worst)}"));
            markup.Leaf("h1", Wording.Clean(DecisionWords.Sentence(decision)));
        }
        var stops = decision.Answers.Where(a => decision.BlockedBy.Contains(a.Rule)).OrderByDescending(a => a.Outcome).ToArray();
        if (stops.Length == 0)
            return;
        using (markup.Element("ul", ("class", "also")))
        {
            foreach (var answer in stops)
            {
                using (markup.Element("li"))
                {
                    OutcomeMark.Write(markup, answer.Outcome);
                    using (markup.Element("span"))
                    {
                        markup.Text($"{Wording.Clean(answer.Reasons.First(r => r.Outcome == answer.Outcome).Text)} ");
                        markup.Leaf("span", answer.Rule, ("class", "note"));
                    }
                }
            }
        }
    }

    private void Rules()
    {
        markup.Leaf("h2", "Every rule");
        new TableWriter(markup).Write(
            $"Rule set {Wording.Clean(decision.RuleSet)}: what refuses first, then what cannot be told, then what passes.",
            ["Rule", "Outcome", "Why", "From", "Rests on"],
            decision.Answers.OrderByDescending(a => a.Outcome).Select(a => (string[])
            [
                a.Rule, OutcomeMark.Word(a.Outcome) + (a.Outcome != RuleOutcome.Pass && !decision.BlockedBy.Contains(a.Rule) ? " (told only)" : ""), Why(a), a.Citation,
                string.Join(", ", a.Reasons.SelectMany(r => r.Documents).Distinct().Select(Wording.Clean)),
            ]),
            "rules");
    }

    private static string Why(RuleAnswer answer)
    {
        var reasons = answer.Reasons.OrderByDescending(r => r.Outcome).ToArray();
        var text = string.Join("; ", reasons.Take(MostReasons).Select(r => Wording.Clean(r.Text)));
        return reasons.Length > MostReasons ? $"{text}; and {reasons.Length - MostReasons} more" : text;
    }

    private void Duties()
    {
        if (decision.Duties.Count == 0)
            return;
        markup.Leaf("h2", "Who must be told");
        new TableWriter(markup).Write(
            "Duties that the papers and the flight open.", ["To", "State", "Why", "Due", "Told"],
            decision.Duties.Select(d => (string[])
            [
                Wording.Clean(d.Duty.Recipients), DecisionWords.Of(d.State), Wording.Clean(d.Duty.Cause), d.Duty.DueAt is { } due ? Wording.DateAndClock(due) : "before the next flight",
                d.Notice?.SentAt is { } sent ? Wording.DateAndClock(sent) : "",
            ]));
    }

    private void Differences()
    {
        if (decision.Differences.Count == 0)
            return;
        markup.Leaf("h2", "Not as planned");
        new TableWriter(markup).Write(
            "What was flown and was not planned, whether or not a rule minds.", ["What", "How", "From", "To"],
            decision.Differences.Select(d => (string[])[d.What, Wording.Clean(d.Text), Wording.DateAndClock(d.From), Wording.DateAndClock(d.To)]));
    }

    private void Sources()
    {
        markup.Leaf("h2", "Sources, and how to make this again");
        var boundaries = decision.Path.Boundaries;
        new TableWriter(markup).List(
        [
            ("Judged", $"{Wording.DateAndClock(decision.At)}, {DecisionWords.Of(decision.Stage)}"),
            ("Rule set", Wording.Clean(decision.RuleSet)),
            ("Boundaries", $"{boundaries.Title}, {boundaries.Vintage}"),
            ("Aircraft", Wording.Clean($"{sortie.Aircraft.Type} {sortie.Aircraft.Registration}")),
        ]);
        new TableWriter(markup).Write("The papers that it rests on, as they were read.", ["Paper", "SHA-256"], decision.Documents.Select(d => (string[])[Wording.Clean(d.Document), d.Sha256.Length > 0 ? d.Sha256 : "not read from a file"]), "hash");
        markup.Leaf("pre", $"overflight plan SORTIE.json --at {decision.At} --stage {DecisionWords.Of(decision.Stage)} --format html");
    }
}
