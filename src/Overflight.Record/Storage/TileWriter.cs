using System.Buffers;
using System.Buffers.Binary;
using Overflight.Record.Merkle;
using Overflight.Record.Tiles;

namespace Overflight.Record.Storage;

/// <summary>
/// Makes entry bundles and tiles of entries as they come, and gives them out to be written when a journal ends; until then the journal
/// holds their entries, and its greatest length bounds what waits here.
/// </summary>
internal sealed class TileWriter
{
    private readonly LogFolder _folder;
    private readonly ArrayBufferWriter<byte> _bundle = new();
    private readonly List<ArrayBufferWriter<byte>> _tiles = [];
    private readonly List<string> _outgrown = [];
    private List<(string Path, byte[] Bytes)> _unwritten = [];
    private List<string> _partials = [];

    /// <summary>Goes on from the tree that the folder holds.</summary>
    public TileWriter(LogFolder folder, long size)
    {
        _folder = folder;
        Load(new TileReader(folder.Root, size));
    }

    public long Size { get; private set; }

    /// <summary>The root of the tree so far: the whole subtrees at its right edge are all in tiles that are not full yet.</summary>
    public MerkleHash Root() => new TreeFrontier(Size, (level, index) => HashTile.Subtree(_tiles[level / 8].WrittenSpan, level, index)).Root();

    public void Append(ReadOnlySpan<byte> entry, MerkleHash leaf)
    {
        Span<byte> length = stackalloc byte[2];
        BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)entry.Length);
        _bundle.Write(length);
        _bundle.Write(entry);
        Size++;
        var index = Size / TilePath.Width - 1;
        if (Size % TilePath.Width == 0)
        {
            Write(TilePath.Entries, index, TilePath.Width, _bundle);
            _bundle.ResetWrittenCount();
        }
        AppendHash(0, leaf);
    }

    /// <summary>The files that the tree of this size has and the folder does not: partial ones, and the whole ones since the last time.</summary>
    public TileFiles Take()
    {
        var before = _partials;
        _partials = [];
        if (Size % TilePath.Width is var partial and > 0)
            Write(TilePath.Entries, Size / TilePath.Width, (int)partial, _bundle);
        for (var level = 0; level < _tiles.Count; level++)
        {
            if (_tiles[level].WrittenCount > 0)
                Write(level, (Size >> (8 * level)) / TilePath.Width, _tiles[level].WrittenCount / MerkleHash.Size, _tiles[level]);
        }
        var files = new TileFiles(_folder, _unwritten, [.. before.Except(_partials)]);
        _unwritten = [];
        return files;
    }

    /// <summary>Removes partial tiles whose whole tiles are durable, as tlog-tiles allows.</summary>
    public void RemoveOutgrown()
    {
        foreach (var partials in _outgrown.Where(Directory.Exists))
            Directory.Delete(partials, recursive: true);
        _outgrown.Clear();
    }

    private void AppendHash(int level, MerkleHash hash)
    {
        if (level == _tiles.Count)
            _tiles.Add(new ArrayBufferWriter<byte>(TilePath.Width * MerkleHash.Size));
        Span<byte> bytes = stackalloc byte[MerkleHash.Size];
        hash.CopyTo(bytes);
        _tiles[level].Write(bytes);
        if (_tiles[level].WrittenCount < TilePath.Width * MerkleHash.Size)
            return;
        Write(level, (Size >> (8 * level)) / TilePath.Width - 1, TilePath.Width, _tiles[level]);
        Span<byte> tile = stackalloc byte[TilePath.Width * MerkleHash.Size];
        _tiles[level].WrittenSpan.CopyTo(tile);
        var root = MerkleTree.HashSubtree(tile);
        _tiles[level].ResetWrittenCount();
        AppendHash(level + 1, root);
    }

    private void Write(int level, long index, int width, ArrayBufferWriter<byte> bytes)
    {
        // New files between one fsync of the journal and the next would make each of them slower: they wait until the journal ends.
        var path = _folder.Tile(level, index, width);
        _unwritten.Add((path, bytes.WrittenSpan.ToArray()));
        if (width == TilePath.Width)
            _outgrown.Add(path + ".p");
        else
            _partials.Add(path);
    }

    private void Load(TileReader reader)
    {
        var size = Size = reader.Size;
        for (var level = 0; size >> (8 * level) > 0; level++)
        {
            _tiles.Add(new ArrayBufferWriter<byte>(TilePath.Width * MerkleHash.Size));
            var index = (size >> (8 * level)) / TilePath.Width;
            if (reader.WidthOf(level, index) > 0)
                _tiles[level].Write(reader.Tile(level, index));
        }
        if (size % TilePath.Width == 0)
            return;
        var bundle = reader.Bundle(size / TilePath.Width);
        var offset = 0;
        for (var i = 0; i < size % TilePath.Width; i++)
        {
            if (!EntryBundle.TryRead(bundle, ref offset, out var entry))
                throw new RecordException($"{TilePath.Of(TilePath.Entries, size / TilePath.Width, (int)(size % TilePath.Width))}: ends within its entry {i}, at byte {offset}");
            var index = size - size % TilePath.Width + i;
            if (MerkleTree.HashLeaf(entry) != reader.Leaf(index))
                throw new RecordException($"entry {index} is not what its tile says: \"overflight record fsck\" tells what differs; nothing is signed over it");
        }
        _bundle.Write(bundle.AsSpan(0, offset));
    }
}
