using Overflight.Tracks;

namespace Overflight.Authority.Documents;

/// <summary>A decision that a notice need not be sent.</summary>
/// <param name="By">The office that decided.</param>
/// <param name="At">When.</param>
/// <param name="Reasons">Why, in writing.</param>
public sealed record NoticeWaiver(string By, UtcInstant At, string Reasons);
