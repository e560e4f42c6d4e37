using Overflight.Authority.Deciding;
using Overflight.Authority.Paths;
using Overflight.Authority.Rules;

namespace Overflight.Dossiers.Decisions;

/// <summary>A decision for people: the answer first, then why, then leg by leg, then all that passed.</summary>
public static class DecisionText
{
    private const int MostReasons = 12;
    private const int MostLegs = 60;

    /// <summary>The answer in one sentence.</summary>
    public static string Sentence(Decision decision)
    {
        ArgumentNullException.ThrowIfNull(decision);
        return DecisionWords.Sentence(decision);
    }

    /// <summary>Writes it.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="decision">The decision.</param>
    public static void Write(TextWriter output, Decision decision)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(decision);
        output.WriteLine(DecisionWords.Sentence(decision));
        output.WriteLine($"  rule set {decision.RuleSet}; boundaries {decision.Path.Boundaries.Title}, {decision.Path.Boundaries.Vintage}");
        Answers(output, "Refuses", decision, RuleOutcome.Refuse);
        Answers(output, "Cannot tell", decision, RuleOutcome.Unknown);
        Legs(output, decision.Path);
        if (decision.Differences.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("Not as planned:");
            foreach (var difference in decision.Differences)
                output.WriteLine($"  {difference.What}: {difference.Text} ({Span(difference.From, difference.To)})");
        }
        if (decision.Duties.Count > 0)
        {
            output.WriteLine();
            output.WriteLine("Duties to tell:");
            foreach (var standing in decision.Duties)
                output.WriteLine($"  {DecisionWords.Of(standing.State),-10}  {standing.Duty.Key} to {standing.Duty.Recipients}{(standing.Duty.DueAt is { } due ? $", due by {due}" : ", due before the next flight")}: {standing.Duty.Cause}");
        }
        var passed = decision.Answers.Where(a => a.Outcome == RuleOutcome.Pass).ToArray();
        if (passed.Length > 0)
        {
            output.WriteLine();
            output.WriteLine($"Passes ({passed.Length}):");
            foreach (var answer in passed)
                output.WriteLine($"  {answer.Rule,-28}  {answer.Reasons[0].Text}{(answer.Reasons.Count > 1 ? $"; and {answer.Reasons.Count - 1} more" : "")}");
        }
    }

    /// <summary>Writes what one look in flight found new.</summary>
    public static void Write(TextWriter output, GuardLook look)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(look);
        foreach (var answer in look.Changed)
        {
            var reason = answer.Reasons.First(r => r.Outcome == answer.Outcome);
            output.WriteLine($"{look.Decision.At}  {DecisionWords.Of(answer.Outcome),-7}  {answer.Rule}: {reason.Text}");
        }
        foreach (var difference in look.Differences)
            output.WriteLine($"{look.Decision.At}  differs  {difference.What}: {difference.Text}");
    }

    private static void Answers(TextWriter output, string heading, Decision decision, RuleOutcome outcome)
    {
        var answers = decision.Answers.Where(a => a.Outcome == outcome).ToArray();
        if (answers.Length == 0)
            return;
        output.WriteLine();
        output.WriteLine($"{heading}:");
        foreach (var answer in answers)
        {
            output.WriteLine($"  {answer.Rule}{(decision.BlockedBy.Contains(answer.Rule) ? "" : " (told only: the profile lets it pass)")}: {answer.Title} [{answer.Citation}]");
            var reasons = answer.Reasons.Where(r => r.Outcome == outcome).ToArray();
            foreach (var reason in reasons.Take(MostReasons))
                output.WriteLine($"    {reason.Text}{(reason.Documents.Count > 0 ? $" ({string.Join(", ", reason.Documents)})" : "")}");
            if (reasons.Length > MostReasons)
                output.WriteLine($"    and {reasons.Length - MostReasons} more, in the JSON form");
        }
    }

    private static void Legs(TextWriter output, SortiePath path)
    {
        output.WriteLine();
        output.WriteLine(path.Kind == PathKind.Planned ? "Leg by leg, as planned (UTC):" : "Airspace, as flown (UTC):");
        if (path.Kind == PathKind.Planned)
        {
            foreach (var leg in path.Legs.Take(MostLegs))
            {
                var states = path.States.Where(s => s.FirstLeg <= leg.Number && leg.Number <= s.LastLeg).Select(s => s.IsCertain ? s.State : s.State + "?").Distinct().ToArray();
                output.WriteLine(Wording.Text($"  {leg.Number + 1,3}  {Second(leg.From.At)} to {Second(leg.To.At)}  {leg.Altitude?.FloorMetres,6:0}–{leg.Altitude?.CeilingMetres:0} m  {(states.Length == 0 ? "beyond every territorial sea" : string.Join(", ", states))}"));
            }
            if (path.Legs.Count > MostLegs)
                output.WriteLine($"  and {path.Legs.Count - MostLegs} more");
        }
        foreach (var overflight in path.States)
            output.WriteLine($"  {Countries.Label(overflight.State)}: {(overflight.IsCertain ? "entered" : "cannot be ruled out")}, {Second(overflight.From)} to {Second(overflight.To)}");
        if (path.States.Count == 0)
            output.WriteLine("  no State's sovereign airspace");
    }

    /// <summary>To the second: reasons have the exact instants.</summary>
    private static string Second(Tracks.UtcInstant at) => $"{Tracks.UtcInstant.FromUnixSeconds(Math.Round(at.UnixSeconds))}";

    private static string Span(Tracks.UtcInstant from, Tracks.UtcInstant to) => from == to ? $"{from}" : $"{from} to {to}";
}
