using Overflight.Record.Leaves;

namespace Overflight.Record.Packaging;

/// <summary>The leaves that open, show, destroy or hold something of wanted entries: who gets these gets to know that too.</summary>
internal sealed class RelatedLeaves
{
    private readonly SortedSet<long> _indexes;
    private readonly Dictionary<long, List<Disclosure>> _disclosures = [];

    private RelatedLeaves(IEnumerable<long> wanted) => _indexes = [.. wanted];

    /// <summary>The wanted entries and those about them, ascending.</summary>
    public IReadOnlyList<long> Indexes => [.. _indexes];

    /// <summary>Looks through a record once.</summary>
    public static RelatedLeaves Of(string path, IReadOnlyCollection<long> wanted)
    {
        if (wanted.Count == 0)
            throw new RecordException("an evidence package has at least one entry");
        var reader = new RecordReader(path);
        foreach (var index in wanted)
        {
            if (index < 0 || index >= reader.Head.Size)
                throw new RecordException($"there is no entry {index}: the checkpoint counts {reader.Head.Size}, from 0");
        }
        var found = new RelatedLeaves(wanted);
        foreach (var (index, entry) in reader.OwnEntries(wanted.Min()))
        {
            var leaf = RecordReader.Parse(index, entry);
            if (ReferenceOf(leaf) is not { } of || !found._indexes.Contains(of.Index))
                continue;
            found._indexes.Add(index);
            if (leaf.Kind == PublishedDisclosures.Kind)
                found.Take(PublishedDisclosures.Of(leaf));
        }
        return found;
    }

    /// <summary>What the log has published of an entry.</summary>
    public IEnumerable<Disclosure> Disclosures(long index) => _disclosures.GetValueOrDefault(index) ?? [];

    private void Take(PublishedDisclosures published)
    {
        if (!_disclosures.TryGetValue(published.Leaf.Index, out var all))
            _disclosures[published.Leaf.Index] = all = [];
        all.AddRange(published.Disclosures);
    }

    /// <summary>The leaf that a leaf is about; null where it is about none.</summary>
    public static LeafReference? ReferenceOf(Leaf leaf) => leaf.Kind switch
    {
        PublishedDisclosures.Kind => PublishedDisclosures.Of(leaf).Leaf,
        ShownFields.Kind => ShownFields.Of(leaf).Leaf,
        Tombstone.Kind => Tombstone.Of(leaf).Leaf,
        Hold.Kind => Hold.Of(leaf).Target.Leaf,
        Release.Kind => Release.Of(leaf).Target.Leaf,
        _ => null,
    };
}
