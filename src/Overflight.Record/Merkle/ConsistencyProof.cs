using System.Numerics;

namespace Overflight.Record.Merkle;

/// <summary>That a tree begins with all the leaves of an older one (RFC 6962, section 2.1.2; checked as RFC 9162, section 2.1.4.2 says).</summary>
public static class ConsistencyProof
{
    /// <summary>Makes the proof that the tree of <paramref name="size"/> leaves begins with that of <paramref name="oldSize"/>.</summary>
    /// <returns>Nothing where the old tree is empty or the same.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The old tree is larger.</exception>
    public static IReadOnlyList<MerkleHash> Create(long oldSize, long size, SubtreeHash subtree)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(oldSize);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(oldSize, size);
        var proof = new List<MerkleHash>();
        if (oldSize > 0 && oldSize < size)
            Descend(0, size, true);
        return proof;

        // isWhole: the old tree's part in this range is known to the verifier, as it is the old root itself.
        void Descend(long begin, long end, bool isWhole)
        {
            if (end == oldSize)
            {
                if (!isWhole)
                    proof.Add(SubtreeRange.Root(begin, end, subtree));
                return;
            }
            var middle = begin + SubtreeRange.SplitOf(end - begin);
            if (oldSize <= middle)
            {
                Descend(begin, middle, isWhole);
                proof.Add(SubtreeRange.Root(middle, end, subtree));
            }
            else
            {
                Descend(middle, end, false);
                proof.Add(SubtreeRange.Root(begin, middle, subtree));
            }
        }
    }

    /// <summary>Whether the proof shows that the tree begins with the old one.</summary>
    public static bool Verify(long oldSize, MerkleHash oldRoot, long size, MerkleHash root, IReadOnlyList<MerkleHash> proof)
    {
        ArgumentNullException.ThrowIfNull(proof);
        if (oldSize < 0 || oldSize > size)
            return false;
        if (oldSize == 0)
            return proof.Count == 0 && oldRoot == MerkleTree.EmptyRoot && (size != 0 || root == MerkleTree.EmptyRoot);
        if (oldSize == size)
            return proof.Count == 0 && oldRoot == root;
        if (proof.Count == 0)
            return false;

        var shift = BitOperations.TrailingZeroCount(oldSize);
        long place = (oldSize - 1) >> shift, last = (size - 1) >> shift;
        var next = 0;
        var seed = place == 0 ? oldRoot : proof[next++];
        var (old, now) = (seed, seed);
        for (; next < proof.Count; next++)
        {
            if (last == 0)
                return false;
            if ((place & 1) == 1 || place == last)
            {
                old = MerkleTree.HashNode(proof[next], old);
                now = MerkleTree.HashNode(proof[next], now);
                while ((place & 1) == 0 && place != 0)
                {
                    place >>= 1;
                    last >>= 1;
                }
            }
            else
            {
                now = MerkleTree.HashNode(now, proof[next]);
            }
            place >>= 1;
            last >>= 1;
        }
        return last == 0 && old == oldRoot && now == root;
    }
}
