using Overflight.Tracks;

namespace Overflight.Authority.Documents;

/// <summary>A notice to some offices only (50 U.S.C. 3093(c)(2), (c)(5), (g)).</summary>
/// <param name="To">The offices that were told.</param>
/// <param name="Reasons">Why only they, in writing.</param>
/// <param name="ReviewBy">When that must be looked at again.</param>
/// <param name="OthersToldAt">When the other offices were told that a limited notice exists; null while they were not.</param>
/// <param name="ReviewedAt">When it was looked at again; null while it was not.</param>
public sealed record LimitedNotice(IReadOnlyList<string> To, string Reasons, UtcInstant ReviewBy, UtcInstant? OthersToldAt = null, UtcInstant? ReviewedAt = null);
