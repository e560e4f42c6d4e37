using Overflight.Tracks;

namespace Overflight.Authority.Deciding;

/// <summary>A way in which a flight was not as planned; a finding of its own, whether or not a rule minds.</summary>
/// <param name="What">What: <c>aircraft</c>, <c>payload</c>, <c>route</c>, <c>altitude</c>, <c>time</c>, <c>State</c>, <c>sensor</c>, <c>party</c>.</param>
/// <param name="Text">The difference.</param>
/// <param name="From">Its first instant.</param>
/// <param name="To">Its last.</param>
public sealed record PlanDifference(string What, string Text, UtcInstant From, UtcInstant To);
