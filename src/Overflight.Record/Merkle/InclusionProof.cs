namespace Overflight.Record.Merkle;

/// <summary>That a leaf is at its place in a tree (RFC 6962, section 2.1.1; checked as RFC 9162, section 2.1.3.2 says).</summary>
public static class InclusionProof
{
    /// <summary>Makes the path from a leaf's sibling up to the root's child.</summary>
    /// <param name="index">Which leaf, from 0.</param>
    /// <param name="size">Leaves in the tree.</param>
    /// <param name="subtree">Tells the roots of whole subtrees.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such leaf in a tree of that size.</exception>
    public static IReadOnlyList<MerkleHash> Create(long index, long size, SubtreeHash subtree)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, size);
        var path = new List<MerkleHash>();
        Descend(0, size);
        return path;

        void Descend(long begin, long end)
        {
            if (end - begin == 1)
                return;
            var middle = begin + SubtreeRange.SplitOf(end - begin);
            if (index < middle)
            {
                Descend(begin, middle);
                path.Add(SubtreeRange.Root(middle, end, subtree));
            }
            else
            {
                Descend(middle, end);
                path.Add(SubtreeRange.Root(begin, middle, subtree));
            }
        }
    }

    /// <summary>Whether the path leads from the leaf's hash at its index to the root of a tree of that size.</summary>
    public static bool Verify(MerkleHash leaf, long index, long size, IReadOnlyList<MerkleHash> path, MerkleHash root)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (index < 0 || index >= size)
            return false;
        long place = index, last = size - 1;
        var hash = leaf;
        foreach (var sibling in path)
        {
            if (last == 0)
                return false;
            if ((place & 1) == 1 || place == last)
            {
                hash = MerkleTree.HashNode(sibling, hash);
                while ((place & 1) == 0 && place != 0)
                {
                    place >>= 1;
                    last >>= 1;
                }
            }
            else
            {
                hash = MerkleTree.HashNode(hash, sibling);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && hash == root;
    }
}
