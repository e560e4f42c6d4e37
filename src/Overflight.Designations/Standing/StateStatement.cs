namespace Overflight.Designations.Standing;

/// <summary>
/// What a person entered about a designation, with where it is written. Statements are kept for ever; one that was wrong is replaced by a later
/// one that names it.
/// </summary>
/// <param name="Number">Its number in the store, from 1.</param>
/// <param name="List">The list that the entry is of.</param>
/// <param name="EntryId">The entry.</param>
/// <param name="State">What it came to be.</param>
/// <param name="Date">On which day: for a draft the day on which it was a draft, otherwise that of the act.</param>
/// <param name="Source">Where that is written, such as <c>90 FR 10030</c>.</param>
/// <param name="Author">Who entered it.</param>
/// <param name="EnteredAt">When.</param>
public sealed record StateStatement(int Number, string List, string EntryId, DesignationState State, DateOnly Date, string Source, string Author, DateTimeOffset EnteredAt)
{
    /// <summary>The programme that it is about, such as <c>FTO</c>; null where it is about the entry as a whole.</summary>
    public string? Programme { get; init; }

    /// <summary>The number of the statement that this one replaces.</summary>
    public int? Replaces { get; init; }
}
