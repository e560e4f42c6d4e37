namespace Overflight.Designations.Standing;

/// <summary>How a programme, or the entry as a whole, stands on a day.</summary>
/// <param name="Programme">The programme; null for the entry as a whole.</param>
/// <param name="Listed">Whether the list of that day has it.</param>
/// <param name="InEffect">Whether the designation was in effect. A draft, a decision and an announcement are not.</param>
/// <param name="Decisive">The event that decided; null where the list alone did.</param>
/// <param name="Reason">Why, in a sentence.</param>
public sealed record ProgrammeStanding(string? Programme, Answer Listed, Answer InEffect, StateEvent? Decisive, string Reason)
{
    /// <summary>The state on that day; null where only the list speaks.</summary>
    public DesignationState? State => Decisive?.State;

    /// <summary>Whether it is only meant to be designated.</summary>
    public bool IsDraft => State == DesignationState.Draft;
}
