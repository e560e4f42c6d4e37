using Overflight.Designations.Standing;

namespace Overflight.Designations;

/// <summary>A dated statement that a list itself makes of an entry. OFAC's CSV makes none; its advanced XML and the UN's list do.</summary>
/// <param name="State">What the entry came to be.</param>
/// <param name="Date">The day that the list gives.</param>
/// <param name="Words">The list's own word for it, such as <c>LISTED_ON</c>, with the legal basis where it names one.</param>
public sealed record ListedEvent(DesignationState State, DateOnly Date, string Words);
