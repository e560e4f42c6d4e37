namespace Overflight.Authority.Rules;

/// <summary>A rule's answer on one sortie.</summary>
/// <param name="Rule">The rule's id.</param>
/// <param name="Title">What it asks for.</param>
/// <param name="Citation">Where it comes from.</param>
/// <param name="Outcome">The worst of the reasons.</param>
/// <param name="Reasons">What it found; never empty.</param>
public sealed record RuleAnswer(string Rule, string Title, string Citation, RuleOutcome Outcome, IReadOnlyList<RuleReason> Reasons);
