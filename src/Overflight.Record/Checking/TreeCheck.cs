using Overflight.Record.Merkle;
using Overflight.Record.Tiles;

namespace Overflight.Record.Checking;

/// <summary>
/// Makes the tree from the entries alone, compares every tile with it, and tells the root at the sizes asked for. Bundles are hashed
/// on all cores, some at a time, so memory does not grow with the log.
/// </summary>
internal sealed class TreeCheck(string folder, long size, FaultList faults)
{
    private const int BundlesAtATime = 64;

    private readonly TileReader _reader = new(folder, size);
    private readonly TreeFrontier _tree = new();

    /// <summary>For each level above 0, the hashes of the tile that is being filled.</summary>
    private readonly List<List<MerkleHash>> _upper = [];

    /// <summary>Called with each entry, in order; its memory is good for the call.</summary>
    public Action<long, ReadOnlyMemory<byte>>? OnEntry { get; init; }

    /// <summary>Called now and then with the number of entries done.</summary>
    public Action<long>? OnProgress { get; init; }

    /// <summary>Whether an entry could not be read at all: then there is no root to compare from there on.</summary>
    public bool IsBroken { get; private set; }

    public long EntriesChecked { get; private set; }

    /// <summary>Checks the tree.</summary>
    /// <param name="sizes">Sizes, ascending, at which the root is wanted.</param>
    /// <param name="onRoot">Called with each size and root.</param>
    /// <param name="cancellation">Stops.</param>
    public void Run(IReadOnlyList<long> sizes, Action<long, MerkleHash> onRoot, CancellationToken cancellation)
    {
        var wanted = new Queue<long>(sizes);
        while (wanted.TryPeek(out var zero) && zero == 0)
            onRoot(wanted.Dequeue(), _tree.Root());
        var bundles = (size + TilePath.Width - 1) / TilePath.Width;
        for (long first = 0; first < bundles; first += BundlesAtATime)
        {
            cancellation.ThrowIfCancellationRequested();
            var hashed = new HashedBundle[Math.Min(BundlesAtATime, bundles - first)];
            var begin = first;
            Parallel.For(0, hashed.Length, i => hashed[i] = Read(begin + i));
            for (var i = 0; i < hashed.Length; i++)
                Take(first + i, hashed[i], wanted, onRoot);
            OnProgress?.Invoke(EntriesChecked);
        }
        for (var level = 1; level <= _upper.Count; level++)
        {
            if (_upper[level - 1].Count > 0)
                CompareUpper(level, _upper[level - 1]);
        }
    }

    private HashedBundle Read(long index)
    {
        try
        {
            return HashedBundle.Of(_reader.Bundle(index), _reader.WidthOf(0, index));
        }
        catch (Exception error) when (error is RecordException or IOException)
        {
            return HashedBundle.Missing(ReasonOf(error));
        }
    }

    private void Take(long index, HashedBundle bundle, Queue<long> wanted, Action<long, MerkleHash> onRoot)
    {
        var width = _reader.WidthOf(0, index);
        if (bundle.Fault is { } fault)
            faults.Add(TilePath.Of(TilePath.Entries, index, width), bundle.Count < width ? index * TilePath.Width + bundle.Count : null, fault);
        CompareLeaves(index, width, bundle);
        EntriesChecked += bundle.Count;
        if (OnEntry is { } onEntry && bundle.Bytes is { } bytes)
        {
            for (int i = 0, offset = 0; i < bundle.Count && EntryBundle.TryRead(bytes, ref offset, out var entry); i++)
                onEntry(index * TilePath.Width + i, bytes.AsMemory(offset - entry.Length, entry.Length));
        }
        if (bundle.Count < width)
            IsBroken = true;
        if (IsBroken)
            return;

        if (width == TilePath.Width && !(wanted.TryPeek(out var next) && next < (index + 1) * TilePath.Width))
        {
            var root = MerkleTree.HashSubtree((byte[])bundle.Hashes.Clone());
            _tree.AppendSubtree(8, root);
            if (wanted.TryPeek(out next) && next == _tree.Size)
                Tell(wanted, onRoot);
            AppendUpper(1, root);
            return;
        }
        for (var i = 0; i < width; i++)
        {
            _tree.Append(MerkleHash.From(bundle.Hashes.AsSpan(i * MerkleHash.Size, MerkleHash.Size)));
            Tell(wanted, onRoot);
        }
        if (width == TilePath.Width)
            AppendUpper(1, MerkleTree.HashSubtree((byte[])bundle.Hashes.Clone()));
    }

    private void Tell(Queue<long> wanted, Action<long, MerkleHash> onRoot)
    {
        while (wanted.TryPeek(out var next) && next == _tree.Size)
            onRoot(wanted.Dequeue(), _tree.Root());
    }

    private void CompareLeaves(long index, int width, HashedBundle bundle)
    {
        var path = TilePath.Of(0, index, width);
        if (TryTile(0, index, path) is not { } tile || tile.AsSpan(0, Math.Min(bundle.Hashes.Length, tile.Length)).SequenceEqual(bundle.Hashes))
            return;
        for (var i = 0; i < bundle.Count; i++)
        {
            if (tile.AsSpan(i * MerkleHash.Size, MerkleHash.Size).SequenceEqual(bundle.Hashes.AsSpan(i * MerkleHash.Size, MerkleHash.Size)))
                continue;
            var entry = index * TilePath.Width + i;
            faults.Add(TilePath.Of(TilePath.Entries, index, width), entry,
                $"entry {entry}, at byte {bundle.OffsetOf(i)}, has hash {Hash(bundle.Hashes, i)}, and {path} at byte {i * MerkleHash.Size} says {Hash(tile, i)}: {Side(index, width, tile, bundle)}");
        }
    }

    /// <summary>Which of entry and tile the tile above agrees with.</summary>
    private string Side(long index, int width, byte[] tile, HashedBundle bundle)
    {
        const string Unknown = "one of the two was changed";
        if (width < TilePath.Width || bundle.Count < width || _reader.WidthOf(1, index / TilePath.Width) <= index % TilePath.Width)
            return Unknown;
        try
        {
            var above = _reader.Tile(1, index / TilePath.Width).AsSpan((int)(index % TilePath.Width) * MerkleHash.Size, MerkleHash.Size);
            if (MerkleTree.HashSubtree((byte[])tile.Clone()) == MerkleHash.From(above))
                return "the tile above sides with the tile, so the entry was changed";
            return MerkleTree.HashSubtree((byte[])bundle.Hashes.Clone()) == MerkleHash.From(above) ? "the tile above sides with the entry, so the tile was changed" : Unknown;
        }
        catch (RecordException)
        {
            return Unknown;
        }
    }

    private void AppendUpper(int level, MerkleHash hash)
    {
        if (_upper.Count < level)
            _upper.Add([]);
        var row = _upper[level - 1];
        row.Add(hash);
        if (row.Count < TilePath.Width)
            return;
        CompareUpper(level, row);
        var bytes = Row(row);
        row.Clear();
        AppendUpper(level + 1, MerkleTree.HashSubtree(bytes));
    }

    private void CompareUpper(int level, List<MerkleHash> row)
    {
        var index = ((_tree.Size >> (8 * level)) - 1) / TilePath.Width;
        var path = TilePath.Of(level, index, row.Count);
        if (TryTile(level, index, path) is not { } tile)
            return;
        var expected = Row(row);
        for (var i = 0; i < row.Count; i++)
        {
            if (!tile.AsSpan(i * MerkleHash.Size, MerkleHash.Size).SequenceEqual(expected.AsSpan(i * MerkleHash.Size, MerkleHash.Size)))
            {
                var span = 1L << (8 * level);
                var from = (index * TilePath.Width + i) * span;
                faults.Add(path, null, $"byte {i * MerkleHash.Size}: says {Hash(tile, i)} of entries {from} to {from + span - 1}, which make {Hash(expected, i)}");
            }
        }
    }

    private byte[]? TryTile(int level, long index, string path)
    {
        try
        {
            return _reader.Tile(level, index);
        }
        catch (Exception error) when (error is RecordException or IOException)
        {
            faults.Add(path, null, ReasonOf(error));
            return null;
        }
    }

    private static string ReasonOf(Exception error) => error is RecordException told ? told.Reason : error.Message;

    private static byte[] Row(List<MerkleHash> row)
    {
        var bytes = new byte[row.Count * MerkleHash.Size];
        for (var i = 0; i < row.Count; i++)
            row[i].CopyTo(bytes.AsSpan(i * MerkleHash.Size));
        return bytes;
    }

    private static MerkleHash Hash(byte[] hashes, int place) => MerkleHash.From(hashes.AsSpan(place * MerkleHash.Size, MerkleHash.Size));
}
