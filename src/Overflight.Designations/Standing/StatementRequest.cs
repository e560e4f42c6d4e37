namespace Overflight.Designations.Standing;

/// <summary>A statement that is to be entered.</summary>
/// <param name="List">The list that the entry is of.</param>
/// <param name="EntryId">The entry; it need not be on the list yet.</param>
/// <param name="State">What it came to be.</param>
/// <param name="Date">On which day.</param>
/// <param name="Source">Where that is written; never empty.</param>
/// <param name="Author">Who enters it; never empty.</param>
public sealed record StatementRequest(string List, string EntryId, DesignationState State, DateOnly Date, string Source, string Author)
{
    /// <summary>The programme that it is about; null for the entry as a whole.</summary>
    public string? Programme { get; init; }

    /// <summary>The number of a statement that was wrong.</summary>
    public int? Replaces { get; init; }

    /// <summary>Whether the same state may stand a second time: it was revoked and came again.</summary>
    public bool IsFurther { get; init; }
}
