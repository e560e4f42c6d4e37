namespace Overflight.Designations.Standing;

/// <summary>A dated step of a designation, from a list or entered by hand.</summary>
/// <param name="State">What it came to be.</param>
/// <param name="Date">On which day.</param>
/// <param name="Programme">The programme that it is about; null for the entry as a whole.</param>
/// <param name="Source">Where that is written.</param>
/// <param name="Statement">The hand-entered statement; null where the list itself says it.</param>
public sealed record StateEvent(DesignationState State, DateOnly Date, string? Programme, string Source, StateStatement? Statement)
{
    /// <summary>Whether a person entered it.</summary>
    public bool IsHandEntered => Statement is not null;
}
