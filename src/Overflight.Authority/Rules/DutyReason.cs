using Overflight.Authority.Documents;
using Overflight.Authority.Duties;
using Overflight.Tracks;

namespace Overflight.Authority.Rules;

/// <summary>What a duty's standing means for a rule.</summary>
internal static class DutyReason
{
    /// <summary>A duty with a time of its own.</summary>
    public static RuleReason Of(DutyStanding standing)
    {
        var duty = standing.Duty;
        var reason = standing.State switch
        {
            DutyState.Given => RuleReason.Pass($"{duty.Cause}: told to {duty.Recipients} at {standing.Notice!.SentAt}, due by {duty.DueAt}"),
            DutyState.GivenLate => RuleReason.Refuse($"{duty.Cause}: told to {duty.Recipients} only at {standing.Notice!.SentAt}, and due by {duty.DueAt}"),
            DutyState.Waived => RuleReason.Pass($"{duty.Cause}: waived by {standing.Notice!.Waiver!.By}"),
            DutyState.Open => RuleReason.Unknown($"{duty.Cause}: {duty.Recipients} must be told by {duty.DueAt} (\"{duty.Key}\")"),
            _ => RuleReason.Refuse($"{duty.Cause}: {duty.Recipients} was to be told by {duty.DueAt} (\"{duty.Key}\")"),
        };
        return reason.By(standing.Notice is { } notice ? [notice] : Array.Empty<AuthorityDocument>()).At(duty.OpenedAt, duty.DueAt);
    }

    /// <summary>A duty that is due before a flight, at no time of its own: planning waits for it as well.</summary>
    public static RuleReason BeforeFlight(DutyStanding standing, UtcInstant firstAct)
    {
        var duty = standing.Duty;
        var reason = standing.State switch
        {
            DutyState.Waived => RuleReason.Pass($"{duty.Cause}: waived by {standing.Notice!.Waiver!.By}"),
            DutyState.Given when standing.Notice!.SentAt is { } sent && sent <= firstAct => RuleReason.Pass($"{duty.Cause}: told to {duty.Recipients} at {sent}"),
            DutyState.Given => RuleReason.Refuse($"{duty.Cause}: told to {duty.Recipients} only at {standing.Notice!.SentAt}, and the first act is at {firstAct}"),
            _ => RuleReason.Refuse($"{duty.Cause}: {duty.Recipients} was not told (\"{duty.Key}\"), and nothing is flown before that"),
        };
        return reason.By(standing.Notice is { } notice ? [notice] : Array.Empty<AuthorityDocument>()).At(duty.OpenedAt);
    }
}
