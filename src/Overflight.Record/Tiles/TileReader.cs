using Overflight.Record.Merkle;

namespace Overflight.Record.Tiles;

/// <summary>
/// Reads hashes and entries of a tree of a given size from its files. A partial tile that is no longer there is cut from a wider
/// one, as tlog-tiles allows. Keeps the last tiles that it read.
/// </summary>
internal sealed class TileReader(string folder, long size)
{
    private const int KeptTiles = 64;

    private readonly Dictionary<(int Level, long Index), byte[]> _tiles = [];

    private (long Index, byte[]? Bytes) _lastBundle;

    public long Size => size;

    /// <summary>The root of the whole subtree of 2^level leaves at index · 2^level.</summary>
    public MerkleHash Subtree(int level, long index) => HashTile.Subtree(Tile(level / 8, (index << level % 8) / TilePath.Width), level, index);

    public MerkleHash RootAt(long atSize) => new TreeFrontier(atSize, Subtree).Root();

    public MerkleHash Leaf(long index) => Subtree(0, index);

    /// <summary>The hashes of a tile, of the width that it has in this tree.</summary>
    public byte[] Tile(int level, long index)
    {
        if (_tiles.TryGetValue((level, index), out var kept))
            return kept;
        var width = WidthOf(level, index);
        if (width == 0)
            throw new RecordException(TilePath.Of(level, index), $"the tree of {size} leaves has no such tile");
        var bytes = ReadWide(level, index, width, out var path);
        if (bytes.Length < width * MerkleHash.Size || bytes.Length % MerkleHash.Size != 0)
            throw new RecordException(path, $"has {bytes.Length} bytes where {width} hashes of 32 bytes are due");
        if (_tiles.Count >= KeptTiles)
            _tiles.Clear();
        return _tiles[(level, index)] = bytes[..(width * MerkleHash.Size)];
    }

    /// <summary>The bundle of entries that begins at 256 · index.</summary>
    public byte[] Bundle(long index) => ReadWide(TilePath.Entries, index, WidthOf(0, index), out _);

    /// <summary>An entry; who asks for many asks for neighbours, so the last bundle is kept.</summary>
    public ReadOnlyMemory<byte> Entry(long index)
    {
        if (_lastBundle.Bytes is null || _lastBundle.Index != index / TilePath.Width)
            _lastBundle = (index / TilePath.Width, Bundle(index / TilePath.Width));
        return EntryBundle.Entry(_lastBundle.Bytes, (int)(index % TilePath.Width));
    }

    /// <summary>The entries from an index on.</summary>
    public IEnumerable<(long Index, ReadOnlyMemory<byte> Entry)> Entries(long from)
    {
        for (var bundle = from / TilePath.Width; bundle * TilePath.Width < size; bundle++)
        {
            ReadOnlyMemory<byte> bytes = Bundle(bundle);
            var width = WidthOf(0, bundle);
            for (int i = 0, offset = 0; i < width; i++)
            {
                if (!EntryBundle.TryRead(bytes.Span, ref offset, out var entry))
                    throw new RecordException(TilePath.Of(TilePath.Entries, bundle, width), $"ends within its entry {i}, at byte {offset}");
                if (bundle * TilePath.Width + i >= from)
                    yield return (bundle * TilePath.Width + i, bytes.Slice(offset - entry.Length, entry.Length));
            }
        }
    }

    /// <summary>How wide a tile is in this tree; 0 where there is none.</summary>
    public int WidthOf(int level, long index) => level > 7
        ? 0
        : (int)Math.Clamp((size >> (8 * level)) - index * TilePath.Width, 0, TilePath.Width);

    private byte[] ReadWide(int level, long index, int width, out string path)
    {
        path = TilePath.Of(level, index, width);
        if (TryRead(path) is { } exact)
            return exact;
        if (width < TilePath.Width)
        {
            path = TilePath.Of(level, index);
            if (TryRead(path) is { } whole)
                return whole;
            for (var wider = width + 1; wider < TilePath.Width; wider++)
            {
                if (TryRead(TilePath.Of(level, index, wider)) is { } partial)
                    return partial;
            }
            path = TilePath.Of(level, index, width);
        }
        throw new RecordException(Path.Combine(folder, path), $"is missing, and the tree of {size} leaves needs it");
    }

    private byte[]? TryRead(string path)
    {
        try
        {
            return File.ReadAllBytes(Path.Combine(folder, path));
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }
}
