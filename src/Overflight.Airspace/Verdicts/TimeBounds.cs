using Overflight.Tracks;

namespace Overflight.Airspace.Verdicts;

/// <summary>An instant with its bounds. A bound is null where the track's coverage ends before it.</summary>
/// <param name="Earliest">It cannot have been earlier.</param>
/// <param name="Likely">On the straight path at even speed.</param>
/// <param name="Latest">It cannot have been later.</param>
public readonly record struct TimeBounds(UtcInstant? Earliest, UtcInstant? Likely, UtcInstant? Latest);
