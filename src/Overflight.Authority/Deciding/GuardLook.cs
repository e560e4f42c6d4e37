using Overflight.Authority.Rules;

namespace Overflight.Authority.Deciding;

/// <summary>One look at a flight in the air.</summary>
/// <param name="Decision">The judgement.</param>
/// <param name="Changed">Answers whose outcome is another than at the last look; at the first, those that do not pass.</param>
/// <param name="Differences">Differences from the plan that were not told before.</param>
public sealed record GuardLook(Decision Decision, IReadOnlyList<RuleAnswer> Changed, IReadOnlyList<PlanDifference> Differences);
