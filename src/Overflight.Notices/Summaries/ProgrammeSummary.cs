using Overflight.Record.Notes;
using Overflight.Tracks;

namespace Overflight.Notices.Summaries;

/// <summary>What the public is told of a programme: how much, where about, what for, what was refused, complained of, audited.</summary>
public sealed record ProgrammeSummary
{
    /// <summary>Id of the programme.</summary>
    public required string Programme { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>The first instant of the time that it is of.</summary>
    public required UtcInstant From { get; init; }

    /// <summary>The first instant behind it.</summary>
    public required UtcInstant To { get; init; }

    /// <summary>The instant by which papers count: later ones are not seen.</summary>
    public required UtcInstant At { get; init; }

    /// <summary>The head of the record that it is counted from; null where it is counted from papers alone.</summary>
    public required Checkpoint? Record { get; init; }

    /// <summary>The numbers.</summary>
    public required IReadOnlyList<SummarySection> Sections { get; init; }

    /// <summary>What could not be counted.</summary>
    public required IReadOnlyList<NotCounted> NotCounted { get; init; }
}
