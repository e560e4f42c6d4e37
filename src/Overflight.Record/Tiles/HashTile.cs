using Overflight.Record.Merkle;

namespace Overflight.Record.Tiles;

/// <summary>The hashes of a tile, of one level in eight of the tree; those between are made from them.</summary>
internal static class HashTile
{
    /// <summary>The root of the whole subtree of 2^level leaves at index · 2^level, from the tile that it lies in.</summary>
    /// <param name="tile">The tile at level / 8, as far as it is filled.</param>
    /// <param name="level">The subtree's level in the tree.</param>
    /// <param name="index">Which subtree of its level.</param>
    public static MerkleHash Subtree(ReadOnlySpan<byte> tile, int level, long index)
    {
        var inTile = level % 8;
        Span<byte> row = stackalloc byte[MerkleHash.Size << inTile];
        tile.Slice((int)((index << inTile) % TilePath.Width) * MerkleHash.Size, row.Length).CopyTo(row);
        return MerkleTree.HashSubtree(row);
    }
}
