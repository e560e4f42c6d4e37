using Overflight.Record.Notes;
using Overflight.Record.Witnessing;

namespace Overflight.Record.Checking;

/// <summary>What to check a log against.</summary>
public sealed record LogCheckOptions
{
    /// <summary>Whose word counts; null takes the log's own list of keys, which says nothing to an outsider.</summary>
    public WitnessPolicy? Policy { get; init; }

    /// <summary>Checkpoints that somebody kept from before, with where they are from: the log must contain them.</summary>
    public IReadOnlyList<(string Source, SignedNote Note)> Earlier { get; init; } = [];

    /// <summary>Whether entries must be leaves (docs/record.md), in unbroken chains; a log of other entries is checked without.</summary>
    public bool EntriesAreLeaves { get; init; }

    /// <summary>Called with each entry in order; its memory is good for the call.</summary>
    public Action<long, ReadOnlyMemory<byte>>? OnEntry { get; init; }

    /// <summary>Called now and then with the entries done.</summary>
    public Action<long>? OnProgress { get; init; }
}
