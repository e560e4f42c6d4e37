using Overflight.Record.Leaves;

namespace Overflight.Record.Vaults;

/// <summary>The holds that stand and the tombstones that were set, by the log's own leaves.</summary>
public sealed class RecordStanding
{
    private readonly List<Hold> _holds = [];
    private readonly List<(long Index, Tombstone Tombstone)> _tombstones = [];

    /// <summary>Entries that were read.</summary>
    public long Size { get; private set; }

    /// <summary>The holds that no release has ended.</summary>
    public IReadOnlyList<Hold> Holds => _holds;

    /// <summary>All tombstones, each with its index in the log.</summary>
    public IReadOnlyList<(long Index, Tombstone Tombstone)> Tombstones => _tombstones;

    /// <summary>Reads a record in one pass; only holds and tombstones are kept.</summary>
    /// <exception cref="RecordException">One of these leaves breaks the rules of its kind.</exception>
    public static RecordStanding Of(RecordReader reader)
    {
        var standing = new RecordStanding();
        standing.Advance(reader);
        return standing;
    }

    /// <summary>Reads what the record has grown by.</summary>
    public void Advance(RecordReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        foreach (var (index, entry) in reader.OwnEntries(Size))
            Take(index, RecordReader.Parse(index, entry));
        Size = reader.Head.Size;
    }

    /// <summary>The hold that stands on a leaf, or on a subject that it is about; null where none does.</summary>
    /// <param name="leaf">The leaf.</param>
    /// <param name="subjects">Its subject, and the one that is sealed in it where it is known.</param>
    public Hold? HoldOn(LeafReference leaf, params IEnumerable<string> subjects)
    {
        ArgumentNullException.ThrowIfNull(leaf);
        // A hold whose index and hash do not agree holds both: it was meant to hold something.
        return _holds.Find(hold => hold.Target.Leaf is { } held ? held.Index == leaf.Index || held.Leaf == leaf.Leaf : subjects.Contains(hold.Target.About, StringComparer.Ordinal));
    }

    /// <summary>The digests of a leaf that tombstones say nothing opens any more.</summary>
    public IReadOnlySet<string> DestroyedOf(LeafReference leaf) => _tombstones.Where(t => t.Tombstone.Leaf == leaf).SelectMany(t => t.Tombstone.Digests).ToHashSet(StringComparer.Ordinal);

    private void Take(long index, Leaf leaf)
    {
        try
        {
            switch (leaf.Kind)
            {
                case Hold.Kind:
                    _holds.Add(Hold.Of(leaf));
                    break;
                case Release.Kind:
                    var release = Release.Of(leaf);
                    _holds.RemoveAll(hold => hold.Target == release.Target && hold.Authority == release.Authority);
                    break;
                case Tombstone.Kind:
                    _tombstones.Add((index, Tombstone.Of(leaf)));
                    break;
            }
        }
        catch (RecordException error)
        {
            throw new RecordException($"entry {index}: {error.Message}", error);
        }
    }
}
