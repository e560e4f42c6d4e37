using Overflight.Record.Leaves;
using Overflight.Record.Witnessing;

namespace Overflight.Record.Packaging;

/// <summary>What checking an evidence package has found.</summary>
public sealed record EvidenceReport
{
    /// <summary>The checkpoint, where the policy accepts it.</summary>
    public required VerifiedCheckpoint? Checkpoint { get; init; }

    /// <summary>The entries that could be read, with the fields that the package opens.</summary>
    public required IReadOnlyList<(long Index, Leaf Leaf, IReadOnlyDictionary<string, Disclosure> Opened)> Entries { get; init; }

    /// <summary>How many files of leaves were checked.</summary>
    public required int AttachmentsChecked { get; init; }

    /// <summary>All that is not as it must be.</summary>
    public required IReadOnlyList<string> Problems { get; init; }

    /// <summary>What the reader must know, though nothing is wrong.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    /// <summary>Whether everything was checked and is as it says.</summary>
    public bool IsVerified => Problems.Count == 0 && Checkpoint is not null && Entries.Count > 0;
}
