using Overflight.Designations.Keeping;

namespace Overflight.Designations.Standing;

/// <summary>
/// What is known of an entry as of a day: from the latest list version up to that day that tells, and from what was entered by hand. Versions
/// imported later of later dates never change it.
/// </summary>
public sealed class EntryStanding
{
    /// <summary>The list.</summary>
    public required string List { get; init; }

    /// <summary>The entry's id.</summary>
    public required string Id { get; init; }

    /// <summary>The day asked about.</summary>
    public required DateOnly AsOf { get; init; }

    /// <summary>Whether it was on the list.</summary>
    public required Answer Listed { get; init; }

    /// <summary>The version that tells; null where none does.</summary>
    public ListVersion? Version { get; init; }

    /// <summary>The entry as that version has it; null where it is not on it.</summary>
    public ListEntry? Entry { get; init; }

    /// <summary>The entry as a whole.</summary>
    public required ProgrammeStanding Whole { get; init; }

    /// <summary>Each programme that the list or a statement names.</summary>
    public required IReadOnlyList<ProgrammeStanding> Programmes { get; init; }

    /// <summary>All dated events that count, of any date: those entered by hand, and those of the list that none of these overrides.</summary>
    public required IReadOnlyList<StateEvent> Events { get; init; }

    /// <summary>What is not known, in sentences.</summary>
    public required IReadOnlyList<string> NotKnown { get; init; }

    /// <summary>Whether a designation under a programme was in effect on that day.</summary>
    /// <param name="programme">Such as <c>FTO</c>; null for the entry as a whole.</param>
    public Answer InEffect(string? programme) => programme is null
        ? Whole.InEffect
        : Programmes.FirstOrDefault(standing => standing.Programme == programme)?.InEffect ?? (Listed == Answer.Unknown ? Answer.Unknown : Answer.No);
}
