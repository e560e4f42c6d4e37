using Overflight.Tracks;

namespace Overflight.Authority.Documents;

/// <summary>A person's decision on a match that a search proposed.</summary>
/// <param name="By">The office that decided.</param>
/// <param name="At">When.</param>
/// <param name="Score">The search's score, 0 to 1.</param>
/// <param name="Reason">Why.</param>
public sealed record MatchDecision(string By, UtcInstant At, double Score, string Reason);
