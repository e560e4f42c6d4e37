using Overflight.Designations.Keeping;

namespace Overflight.Designations.Standing;

/// <summary>A change that two neighbouring list versions show: it was made after the first one's date and by the second one's.</summary>
/// <param name="From">The last version that shows the entry as it was.</param>
/// <param name="To">The first that shows it changed.</param>
/// <param name="Difference">What changed.</param>
/// <param name="Narrowing">Hand-entered events of that time, which may say on which day.</param>
public sealed record ChangeStep(ListVersion From, ListVersion To, EntryDifference Difference, IReadOnlyList<StateEvent> Narrowing);
