namespace Overflight.Record.Storage;

/// <summary>How a log is written.</summary>
public sealed record LogWriterOptions
{
    /// <summary>How often a checkpoint is signed while entries come in; null signs on demand only.</summary>
    public TimeSpan? CheckpointInterval { get; init; }

    /// <summary>Appends that may wait; further callers wait for their turn. 1 or more.</summary>
    public int QueueLength { get; init; } = 1_024;

    /// <summary>Entries after which tiles are made of a journal, and another takes over; 1 or more. What a start reads again after a crash, and memory, grow with it.</summary>
    public int MostEntriesInJournal { get; init; } = 32_768;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
