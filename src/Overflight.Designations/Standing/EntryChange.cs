namespace Overflight.Designations.Standing;

/// <summary>What changed about an entry between two days.</summary>
/// <param name="Before">Its standing on the first.</param>
/// <param name="After">Its standing on the second.</param>
/// <param name="Steps">Each change that list versions show, in order.</param>
/// <param name="Events">Dated events after the first day and up to the second.</param>
/// <param name="NotCompared">What could not be compared between the versions that decide, and why.</param>
public sealed record EntryChange(EntryStanding Before, EntryStanding After, IReadOnlyList<ChangeStep> Steps, IReadOnlyList<StateEvent> Events, IReadOnlyList<string> NotCompared);
