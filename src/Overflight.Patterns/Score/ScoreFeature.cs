namespace Overflight.Patterns.Score;

/// <summary>One number that a model sees.</summary>
/// <param name="Name">Short name, kept in the model file.</param>
/// <param name="Kind">What it tells of.</param>
/// <param name="Topic">What it tells of, in words: features of one topic give one reason.</param>
/// <param name="Value">Works it out.</param>
internal sealed record ScoreFeature(string Name, ReasonKind Kind, string Topic, Func<AircraftHistory, double> Value);
