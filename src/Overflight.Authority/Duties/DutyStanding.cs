using Overflight.Authority.Documents;

namespace Overflight.Authority.Duties;

/// <summary>How a duty stands at an instant.</summary>
/// <param name="Duty">The duty.</param>
/// <param name="State">How it stands.</param>
/// <param name="Notice">The notice that discharges it, or is prepared to; null where there is none.</param>
public sealed record DutyStanding(Duty Duty, DutyState State, Notice? Notice);
