using Overflight.Record;
using Overflight.Record.Leaves;
using Overflight.Record.Storage;

namespace Overflight.Cli.Records;

/// <summary>An entry with all that is known of its sealed fields: what the log's own leaves open and destroy, and a file of disclosures.</summary>
internal sealed class RevealedEntry
{
    private readonly List<RevealedField> _opened = [];
    private readonly List<(long Entry, Tombstone Tombstone)> _tombstones = [];
    private readonly List<(string Source, string Reason)> _refused = [];

    private RevealedEntry(long index, Leaf leaf) => (Index, Leaf) = (index, leaf);

    public long Index { get; }

    public Leaf Leaf { get; }

    /// <summary>The fields that are open, each once.</summary>
    public IReadOnlyList<RevealedField> Opened => _opened;

    /// <summary>What claims to open or destroy and does not: an entry or a file, and why not.</summary>
    public IReadOnlyList<(string Source, string Reason)> Refused => _refused;

    /// <summary>The tombstones, each with the entry that it is.</summary>
    public IReadOnlyList<(long Entry, Tombstone Tombstone)> Tombstones => _tombstones;

    /// <summary>Digests that are neither opened nor destroyed: sealed fields and decoys, which nobody can tell apart without the key.</summary>
    public int SealedDigests => Leaf.Digests.Count(digest => !_opened.Exists(open => open.Field.Digest == digest) && !_tombstones.Exists(t => t.Tombstone.Digests.Contains(digest)));

    /// <summary>Finds it in one pass over the log.</summary>
    /// <param name="path">The record's folder.</param>
    /// <param name="index">Which entry.</param>
    /// <param name="given">What a file discloses, with the file's name.</param>
    /// <param name="onProgress">Called now and then with the entries done.</param>
    /// <param name="cancellation">Stops it.</param>
    public static RevealedEntry Find(string path, long index, (string File, IReadOnlyList<Disclosure> Disclosures)? given, Action<long> onProgress, CancellationToken cancellation)
    {
        var found = new RevealedEntry(index, new RecordReader(path).LeafAt(index));
        if (found.Leaf.Digests.Count > 0)
        {
            foreach (var (at, entry) in new LogReader(path).Entries(index + 1))
            {
                cancellation.ThrowIfCancellationRequested();
                // Canonical leaves have no spaces: others need not be read.
                if (entry.Span.IndexOf("\"kind\":\"record.disclosure\""u8) >= 0 || entry.Span.IndexOf("\"kind\":\"record.tombstone\""u8) >= 0)
                    found.Take(at, entry.ToArray());
                if (at % 65_536 == 0)
                    onProgress(at);
            }
        }
        foreach (var disclosure in given?.Disclosures ?? [])
            found.Open(given!.Value.File, new(disclosure, null, null));
        return found;
    }

    private void Take(long at, byte[] entry)
    {
        try
        {
            var leaf = Leaf.Parse(entry);
            if (leaf.Kind == PublishedDisclosures.Kind && PublishedDisclosures.Of(leaf) is var published && Names(published.Leaf))
            {
                foreach (var disclosure in published.Disclosures)
                    Open($"entry {at}", new(disclosure, at, published));
            }
            else if (leaf.Kind == Tombstone.Kind && Tombstone.Of(leaf) is var tombstone && Names(tombstone.Leaf))
            {
                if (!tombstone.Digests.All(Leaf.Digests.Contains))
                    throw new RecordException("its tombstone names digests that this entry has not");
                _tombstones.Add((at, tombstone));
            }
        }
        catch (RecordException error)
        {
            _refused.Add(($"entry {at}", error.Message));
        }
    }

    private bool Names(LeafReference of) => of.Index == Index && (of.Leaf == Leaf.Hash
        ? true
        : throw new RecordException($"it tells of entry {Index} as {of.Leaf.ToBase64Url()}, and that is {Leaf.Hash.ToBase64Url()}"));

    private void Open(string source, RevealedField field)
    {
        if (_opened.Exists(open => open.Field.Text == field.Field.Text))
            return;
        try
        {
            Leaf.Resolve(_opened.Select(open => open.Field).Append(field.Field));
            _opened.Add(field);
        }
        catch (RecordException error)
        {
            _refused.Add((source, error.Message));
        }
    }
}
