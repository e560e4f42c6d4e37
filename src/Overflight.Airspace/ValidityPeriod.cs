using Overflight.Tracks;

namespace Overflight.Airspace;

/// <summary>When a zone is in force; both ends are.</summary>
/// <param name="From">First instant; null from always.</param>
/// <param name="To">Last instant; null for ever.</param>
public readonly record struct ValidityPeriod(UtcInstant? From, UtcInstant? To)
{
    /// <summary>Whether an instant is within.</summary>
    public bool Contains(UtcInstant time) => !(From > time) && !(To < time);
}
