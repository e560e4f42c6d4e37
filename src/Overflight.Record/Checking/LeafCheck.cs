using Overflight.Record.Leaves;
using Overflight.Record.Tiles;

namespace Overflight.Record.Checking;

/// <summary>
/// Checks that entries are the leaves that were due: their form, their places in their subjects' chains, and that no leaf says an
/// earlier time than a witness had seen the log at without it.
/// </summary>
internal sealed class LeafCheck(IReadOnlyList<CheckedHead> heads, FaultList faults)
{
    /// <summary>Clocks of operator and witness differ; so much is not called back-dating.</summary>
    public static readonly TimeSpan ClockTolerance = TimeSpan.FromMinutes(5);

    private readonly SubjectChains _chains = new();
    private readonly Queue<CheckedHead> _heads = new(heads.Where(h => h.WitnessedAt is not null).OrderBy(h => h.Head.Size));
    private CheckedHead? _seenWithout;

    public void Check(long index, ReadOnlyMemory<byte> entry)
    {
        while (_heads.TryPeek(out var next) && next.Head.Size <= index)
        {
            _heads.Dequeue();
            if (_seenWithout is null || next.WitnessedAt > _seenWithout.WitnessedAt)
                _seenWithout = next;
        }
        Leaf leaf;
        try
        {
            leaf = Leaf.Parse(entry);
            OwnKinds.Check(leaf);
        }
        catch (RecordException error)
        {
            Add(index, $"is no leaf: {error.Message}");
            return;
        }
        try
        {
            _chains.Follow(leaf);
        }
        catch (RecordException error)
        {
            Add(index, $"is not the leaf that was due: {error.Message}");
            _chains.Adopt(leaf);
        }
        if (_seenWithout is { WitnessedAt: { } seen } head && DateTimeOffset.FromUnixTimeMilliseconds(leaf.Time) < seen - ClockTolerance)
            Add(index, $"is back-dated: it says {DateTimeOffset.FromUnixTimeMilliseconds(leaf.Time):yyyy-MM-dd HH:mm:ss} UTC, and on {seen:yyyy-MM-dd HH:mm:ss} UTC the log was witnessed with {head.Head.Size} entries, without it ({head.Source})");
    }

    private void Add(long index, string what) => faults.Add(TilePath.Of(TilePath.Entries, index / TilePath.Width), index, $"entry {index} {what}");
}
