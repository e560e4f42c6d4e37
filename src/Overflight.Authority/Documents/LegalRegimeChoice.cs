using Overflight.Tracks;

namespace Overflight.Authority.Documents;

/// <summary>Who chose the legal regime, when and why, and who challenged that.</summary>
public sealed record LegalRegimeChoice
{
    /// <summary>The regime.</summary>
    public required LegalRegime Regime { get; init; }

    /// <summary>The office that chose it.</summary>
    public required string ChosenBy { get; init; }

    /// <summary>When.</summary>
    public required UtcInstant ChosenAt { get; init; }

    /// <summary>Why this one.</summary>
    public required string Reasons { get; init; }

    /// <summary>The office that challenges it; null where nobody did.</summary>
    public string? ChallengedBy { get; init; }

    /// <summary>When it was challenged.</summary>
    public UtcInstant? ChallengedAt { get; init; }

    /// <summary>When the challenge was settled, with the regime standing.</summary>
    public UtcInstant? SettledAt { get; init; }
}
