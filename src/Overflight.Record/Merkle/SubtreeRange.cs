using System.Numerics;

namespace Overflight.Record.Merkle;

/// <summary>Ranges of leaves as RFC 6962, section 2.1 splits them, and their roots.</summary>
internal static class SubtreeRange
{
    /// <summary>The largest power of two that is smaller than the count; the count is at least 2.</summary>
    public static long SplitOf(long count) => 1L << BitOperations.Log2((ulong)(count - 1));

    /// <summary>The root of leaves begin to end; begin is a multiple of the power of two that end - begin needs.</summary>
    public static MerkleHash Root(long begin, long end, SubtreeHash subtree)
    {
        var count = end - begin;
        if (BitOperations.IsPow2(count))
        {
            var level = BitOperations.Log2((ulong)count);
            return subtree(level, begin >> level);
        }
        var middle = begin + SplitOf(count);
        return MerkleTree.HashNode(Root(begin, middle, subtree), Root(middle, end, subtree));
    }
}
