using Overflight.Airspace;
using Overflight.Authority.Rules;
using Overflight.Dossiers.Html;

namespace Overflight.Dossiers.Decisions.Html;

/// <summary>How an outcome looks: filled for what is refused, hatched for what cannot be told, open for what passes; as verdicts look.</summary>
internal static class OutcomeMark
{
    public static AirspaceVerdictKind Like(RuleOutcome outcome) => outcome switch
    {
        RuleOutcome.Refuse => AirspaceVerdictKind.Entered,
        RuleOutcome.Unknown => AirspaceVerdictKind.CannotBeRuledOut,
        _ => AirspaceVerdictKind.DidNotEnter,
    };

    public static string Style(RuleOutcome outcome) => VerdictMark.Style(Like(outcome));

    public static void Write(MarkupWriter markup, RuleOutcome outcome) => VerdictMark.Write(markup, Like(outcome));

    public static string Word(RuleOutcome outcome) => outcome switch { RuleOutcome.Pass => "passes", RuleOutcome.Unknown => "cannot be told", _ => "refuses" };
}
