using Overflight.Tracks;

namespace Overflight.Notices.Deadlines;

/// <summary>Something that is due, and how it stands at an instant.</summary>
/// <param name="Key">Its key: the same as long as it is the same thing.</param>
/// <param name="Kind">What is due.</param>
/// <param name="Text">What, in words.</param>
/// <param name="Programme">Id of the programme; null where no paper says which.</param>
/// <param name="OpenedAt">Since when it is due to be done.</param>
/// <param name="DueAt">By when; null where that depends on a flight that is not planned.</param>
/// <param name="State">How it stands.</param>
/// <param name="DoneAt">When it was done; null while it is not.</param>
/// <param name="Recipients">For a notice, id of the recipient set.</param>
/// <param name="Document">Citation of the paper that shows how it stands: the notice, the instrument, the consent; null where there is none.</param>
public sealed record Deadline(
    string Key, DeadlineKind Kind, string Text, string? Programme, UtcInstant OpenedAt, UtcInstant? DueAt, DeadlineState State, UtcInstant? DoneAt = null, string? Recipients = null, string? Document = null)
{
    /// <summary>Whether something is left to do.</summary>
    public bool IsPending => State is DeadlineState.Overdue or DeadlineState.Open;

    /// <summary>How a thing stands that was done or not by an instant.</summary>
    internal static DeadlineState StateOf(UtcInstant? doneAt, UtcInstant dueAt, UtcInstant now) => doneAt <= now
        ? doneAt > dueAt ? DeadlineState.DoneLate : DeadlineState.Done
        : dueAt < now ? DeadlineState.Overdue : DeadlineState.Open;
}
