using Overflight.Authority.Documents;
using Overflight.Authority.Rules;
using Overflight.Tracks;

namespace Overflight.Authority.Deciding;

/// <summary>Judges a flight again and again while it is flown, and tells what has changed since the last time.</summary>
/// <param name="judge">By which papers.</param>
/// <param name="sortie">The plan.</param>
public sealed class FlightGuard(SortieJudge judge, Sortie sortie)
{
    private readonly Dictionary<string, RuleOutcome> _last = new(StringComparer.Ordinal);
    private readonly HashSet<string> _differences = new(StringComparer.Ordinal);

    /// <summary>Judges the track so far.</summary>
    /// <param name="soFar">Its fixes up to now; with fewer than two that can be believed there is nothing to judge yet.</param>
    /// <param name="now">The instant.</param>
    /// <returns>The judgement and what is new in it; null where there is nothing to judge.</returns>
    public GuardLook? Look(Track soFar, UtcInstant now)
    {
        ArgumentNullException.ThrowIfNull(soFar);
        if (judge.FlightIfAny(sortie, soFar, now, DecisionStage.InFlight) is not { } decision)
            return null;
        RuleAnswer[] changed = [.. decision.Answers.Where(a => !_last.TryGetValue(a.Rule, out var before) ? a.Outcome != RuleOutcome.Pass : before != a.Outcome)];
        foreach (var answer in decision.Answers)
            _last[answer.Rule] = answer.Outcome;
        PlanDifference[] differences = [.. decision.Differences.Where(d => _differences.Add($"{d.What} {d.From}"))];
        return new(decision, changed, differences);
    }
}
