namespace Overflight.Patterns.Score;

/// <summary>How much an aircraft's flights look like surveillance, and why. A likeness is no proof of a purpose.</summary>
public sealed record SurveillanceScore
{
    /// <summary>The score, 0 to 1: <see cref="ModelProbability"/> drawn towards <see cref="BaseRate"/> where there are few flights or observations.</summary>
    public required double Score { get; init; }

    /// <summary>
    /// What the model says, 0 to 1: calibrated by cross-validation, for a crowd of which <see cref="BaseRate"/> are surveillance aircraft.
    /// Among all aircraft there are far fewer.
    /// </summary>
    public required double ModelProbability { get; init; }

    /// <summary>The share of surveillance aircraft among those the model was trained on, 0 to 1.</summary>
    public required double BaseRate { get; init; }

    /// <summary>How much the data weigh, 0 (nothing seen) to 1 (as much as the least of the aircraft the model was trained on).</summary>
    public required double Evidence { get; init; }

    /// <summary>How many flights it rests on.</summary>
    public required int Flights { get; init; }

    /// <summary>How many observations it rests on, after thinning.</summary>
    public required int Observations { get; init; }

    /// <summary>Whether the model used Mode A codes, type and volume, as is right only in the United States.</summary>
    public required bool UsesReservedSquawks { get; init; }

    /// <summary>
    /// Why: behaviour first, then the rest, the weightiest first. Their <see cref="ScoreReason.Logit"/> and <see cref="RestLogit"/>
    /// times <see cref="Evidence"/> move the logit of <see cref="Score"/> from the base rate's.
    /// </summary>
    public required IReadOnlyList<ScoreReason> Reasons { get; init; }

    /// <summary>What the model adds for every aircraft alike, over the logit of the base rate.</summary>
    public required double RestLogit { get; init; }

    /// <summary>What makes the score weaker than it looks, in words.</summary>
    public required IReadOnlyList<string> Cautions { get; init; }
}
