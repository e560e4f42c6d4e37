namespace Overflight.Patterns.Score;

/// <summary>One reason for a score.</summary>
/// <param name="Kind">What it rests on.</param>
/// <param name="Text">In words, with the figures.</param>
/// <param name="Logit">What it adds to the logit of the score; negative where it speaks against surveillance.</param>
public sealed record ScoreReason(ReasonKind Kind, string Text, double Logit);
