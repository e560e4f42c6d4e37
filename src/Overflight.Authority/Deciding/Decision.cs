using Overflight.Authority.Duties;
using Overflight.Authority.Paths;
using Overflight.Authority.Rules;
using Overflight.Tracks;

namespace Overflight.Authority.Deciding;

/// <summary>The judgement on one sortie at one stage: every rule's answer, and what follows.</summary>
public sealed record Decision
{
    /// <summary>When in the sortie's life.</summary>
    public required DecisionStage Stage { get; init; }

    /// <summary>The instant of the judgement.</summary>
    public required UtcInstant At { get; init; }

    /// <summary>Id and version of the sortie.</summary>
    public required string Sortie { get; init; }

    /// <summary>Whether it may be flown, or may go on; of a flown one, whether all was kept.</summary>
    public required bool IsPermitted { get; init; }

    /// <summary>The version of the rules that judged.</summary>
    public required string RuleSet { get; init; }

    /// <summary>Each rule's answer, in their order.</summary>
    public required IReadOnlyList<RuleAnswer> Answers { get; init; }

    /// <summary>Ids of the rules that stop it.</summary>
    public required IReadOnlyList<string> BlockedBy { get; init; }

    /// <summary>The path that was judged.</summary>
    public required SortiePath Path { get; init; }

    /// <summary>Duties to tell, and how they stand.</summary>
    public required IReadOnlyList<DutyStanding> Duties { get; init; }

    /// <summary>How the flight differs from the plan; none for a plan.</summary>
    public required IReadOnlyList<PlanDifference> Differences { get; init; }

    /// <summary>The documents that it rests on, with the hashes of their files.</summary>
    public required IReadOnlyList<(string Document, string Sha256)> Documents { get; init; }
}
