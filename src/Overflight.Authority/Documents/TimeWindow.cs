using Overflight.Tracks;

namespace Overflight.Authority.Documents;

/// <summary>A stretch of time, UTC; the end is not part of it.</summary>
/// <param name="From">Its first instant.</param>
/// <param name="To">The first instant behind it.</param>
public sealed record TimeWindow(UtcInstant From, UtcInstant To)
{
    /// <summary>Whether an instant lies in it.</summary>
    public bool Holds(UtcInstant at) => at >= From && at < To;
}
