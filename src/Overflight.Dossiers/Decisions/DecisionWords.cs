using Overflight.Authority.Deciding;
using Overflight.Authority.Duties;
using Overflight.Authority.Rules;

namespace Overflight.Dossiers.Decisions;

/// <summary>The words of decisions, in text and in JSON alike.</summary>
internal static class DecisionWords
{
    public static string Of(RuleOutcome outcome) => outcome switch { RuleOutcome.Pass => "pass", RuleOutcome.Unknown => "unknown", _ => "refuse" };

    public static string Of(DecisionStage stage) => stage switch { DecisionStage.Plan => "plan", DecisionStage.Arming => "arming", DecisionStage.InFlight => "in-flight", _ => "flown" };

    public static string Of(DutyState state) => state switch
    {
        DutyState.Given => "given",
        DutyState.GivenLate => "given late",
        DutyState.Waived => "waived",
        DutyState.Open => "open",
        _ => "overdue",
    };

    /// <summary>The answer in one sentence.</summary>
    public static string Sentence(Decision decision)
    {
        var refused = decision.Answers.Where(a => a.Outcome == RuleOutcome.Refuse).Count(a => decision.BlockedBy.Contains(a.Rule));
        var unknown = decision.BlockedBy.Count - refused;
        var told = decision.Answers.Count(a => a.Outcome == RuleOutcome.Unknown) - unknown;
        var stage = decision.Stage switch { DecisionStage.Plan => "as planned", DecisionStage.Arming => "at arming", DecisionStage.InFlight => "in flight", _ => "as flown" };
        var answer = decision.IsPermitted ? decision.Stage == DecisionStage.Flown ? "Kept" : "Permitted" : refused > 0 ? decision.Stage == DecisionStage.Flown ? "Not kept" : "Refused" : "Not permitted";
        var why = (refused, unknown) switch
        {
            (0, 0) => $"all {decision.Answers.Count} rules pass{(told > 0 ? $" but {told} that cannot be told, which the profile lets pass" : "")}",
            (0, _) => $"{Rules(unknown)} cannot be told",
            (_, 0) => $"{Rules(refused)} {(refused == 1 ? "refuses" : "refuse")}",
            _ => $"{Rules(refused)} {(refused == 1 ? "refuses" : "refuse")}, {Rules(unknown)} cannot be told",
        };
        return $"{answer}: {decision.Sortie}, {stage}, at {decision.At}: {why}.";
    }

    private static string Rules(int count) => count == 1 ? "1 rule" : $"{count} rules";
}
