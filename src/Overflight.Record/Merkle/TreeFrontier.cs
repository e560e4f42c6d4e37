using System.Numerics;

namespace Overflight.Record.Merkle;

/// <summary>
/// What of a tree is needed to append to it and to tell its root: the roots of its whole subtrees, one for each bit of its size.
/// Memory is 64 hashes, whatever the size.
/// </summary>
public sealed class TreeFrontier
{
    private readonly MerkleHash[] _subtrees = new MerkleHash[64];

    /// <summary>A tree without leaves.</summary>
    public TreeFrontier() { }

    /// <summary>The frontier of a tree whose whole subtrees can be asked for.</summary>
    /// <param name="size">Leaves in the tree.</param>
    /// <param name="subtree">The root of the subtree of 2^level leaves that begins at leaf index · 2^level.</param>
    public TreeFrontier(long size, SubtreeHash subtree)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(size);
        ArgumentNullException.ThrowIfNull(subtree);
        Size = size;
        for (var level = 0; level < 63; level++)
        {
            if ((size >> level & 1) != 0)
                _subtrees[level] = subtree(level, (size >> level) - 1);
        }
    }

    /// <summary>Leaves in the tree.</summary>
    public long Size { get; private set; }

    /// <summary>Appends a leaf.</summary>
    public void Append(MerkleHash leaf) => AppendSubtree(0, leaf);

    /// <summary>Appends a whole subtree of 2^level leaves; the size must be a multiple of that.</summary>
    internal void AppendSubtree(int level, MerkleHash root)
    {
        var leaves = 1L << level;
        if ((Size & (leaves - 1)) != 0)
            throw new InvalidOperationException("a subtree begins at a multiple of its size");
        for (; (Size >> level & 1) != 0; level++)
            root = MerkleTree.HashNode(_subtrees[level], root);
        _subtrees[level] = root;
        Size += leaves;
    }

    /// <summary>The root of the tree as it is now (RFC 6962, section 2.1).</summary>
    public MerkleHash Root()
    {
        if (Size == 0)
            return MerkleTree.EmptyRoot;
        var lowest = BitOperations.TrailingZeroCount(Size);
        var root = _subtrees[lowest];
        for (var level = lowest + 1; level < 63; level++)
        {
            if ((Size >> level & 1) != 0)
                root = MerkleTree.HashNode(_subtrees[level], root);
        }
        return root;
    }
}
