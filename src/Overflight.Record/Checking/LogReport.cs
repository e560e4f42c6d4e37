using Overflight.Record.Witnessing;

namespace Overflight.Record.Checking;

/// <summary>What checking a log from its entries up has found.</summary>
public sealed record LogReport
{
    /// <summary>The checkpoint's head; null where it cannot be read.</summary>
    public required Notes.Checkpoint? Head { get; init; }

    /// <summary>The checkpoint's signatures, where a policy was given and accepts them.</summary>
    public required VerifiedCheckpoint? Checkpoint { get; init; }

    /// <summary>Entries whose bytes were hashed: all that the tiles hold.</summary>
    public required long EntriesChecked { get; init; }

    /// <summary>Entries that are durable but not under the checkpoint yet.</summary>
    public required long PendingEntries { get; init; }

    /// <summary>All faults, in the order of files; at most <see cref="LogCheck.MostFaults"/>, and their true number.</summary>
    public required IReadOnlyList<RecordFault> Faults { get; init; }

    /// <summary>How many faults there are, listed or not.</summary>
    public required long FaultCount { get; init; }

    /// <summary>Checkpoints that were compared, by size.</summary>
    public required IReadOnlyList<CheckedHead> Heads { get; init; }

    /// <summary>What is no fault but worth knowing: a write cut short, leaves of a crash.</summary>
    public required IReadOnlyList<string> Remarks { get; init; }

    /// <summary>Whether there is no fault.</summary>
    public bool IsSound => FaultCount == 0;

    /// <summary>The largest head that the entries still agree with, where a later one is contradicted: what differs, differs since then.</summary>
    public CheckedHead? LastAgreed => FirstContradicted is { } first ? Heads.Where(h => h.Agrees && h.Head.Size < first.Head.Size).MaxBy(h => h.Head.Size) : null;

    /// <summary>The smallest head that the entries contradict.</summary>
    public CheckedHead? FirstContradicted => Heads.Where(h => !h.Agrees).MinBy(h => h.Head.Size);
}
