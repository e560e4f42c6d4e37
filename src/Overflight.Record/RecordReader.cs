using Overflight.Record.Leaves;
using Overflight.Record.Merkle;
using Overflight.Record.Notes;
using Overflight.Record.Storage;
using Overflight.Record.Tiles;

namespace Overflight.Record;

/// <summary>Reads the leaves of a record: those of its checkpoint, or all that its writer has made durable.</summary>
public sealed class RecordReader
{
    private readonly TileReader _tiles;

    /// <summary>Reads the record in a folder as its checkpoint has it.</summary>
    /// <exception cref="RecordException">There is no checkpoint to read by.</exception>
    public RecordReader(string path) : this(new LogFolder(path), new LogReader(path).Head) { }

    internal RecordReader(LogFolder folder, Checkpoint head)
    {
        Head = head;
        _tiles = new(folder.Root, head.Size);
    }

    /// <summary>The head of the tree that is read.</summary>
    public Checkpoint Head { get; }

    /// <summary>The leaf at an index.</summary>
    /// <exception cref="RecordException">There is none, or the entry is no leaf or not what its tile says.</exception>
    public Leaf LeafAt(long index)
    {
        if (index < 0 || index >= Head.Size)
            throw new RecordException($"there is no entry {index}: the record has {Head.Size}, from 0");
        var leaf = Parse(index, _tiles.Entry(index));
        return leaf.Hash == _tiles.Leaf(index) ? leaf : throw new RecordException($"entry {index} is not what its tile says: \"overflight record fsck\" tells what differs");
    }

    /// <summary>The leaf that another names.</summary>
    /// <exception cref="RecordException">The leaf at that index is another.</exception>
    public Leaf LeafAt(LeafReference of)
    {
        ArgumentNullException.ThrowIfNull(of);
        var leaf = LeafAt(of.Index);
        return leaf.Hash == of.Leaf ? leaf : throw new RecordException($"entry {of.Index} is {leaf.Hash.ToBase64Url()}, not {of.Leaf.ToBase64Url()}");
    }

    /// <summary>All leaves, or those from an index on.</summary>
    /// <exception cref="RecordException">An entry is no leaf; the message tells its index.</exception>
    public IEnumerable<(long Index, Leaf Leaf)> Leaves(long from = 0)
    {
        foreach (var (index, entry) in _tiles.Entries(from))
            yield return (index, Parse(index, entry));
    }

    /// <summary>
    /// The entries of the record's own kinds, from an index on, and perhaps some more that name one within. Canonical leaves have no
    /// spaces, so others need not be read to be passed over.
    /// </summary>
    internal IEnumerable<(long Index, ReadOnlyMemory<byte> Entry)> OwnEntries(long from) =>
        _tiles.Entries(from).Where(found => found.Entry.Span.IndexOf("\"kind\":\"record."u8) >= 0);

    /// <summary>The root of whole subtrees, for proofs.</summary>
    public MerkleHash Subtree(int level, long index) => _tiles.Subtree(level, index);

    /// <summary>The root of the tree of the first so many entries.</summary>
    public MerkleHash RootAt(long size) => _tiles.RootAt(size);

    internal IEnumerable<(long Index, ReadOnlyMemory<byte> Entry)> Entries(long from) => _tiles.Entries(from);

    internal static Leaf Parse(long index, ReadOnlyMemory<byte> entry)
    {
        try
        {
            return Leaf.Parse(entry);
        }
        catch (RecordException error)
        {
            throw new RecordException($"entry {index} is no leaf: {error.Message}", error);
        }
    }
}
