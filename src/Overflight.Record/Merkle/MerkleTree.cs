using System.Buffers;
using System.Security.Cryptography;

namespace Overflight.Record.Merkle;

/// <summary>The hashes of RFC 6962, section 2.1: leaves after a zero byte, nodes after a one byte, so that neither passes for the other.</summary>
public static class MerkleTree
{
    /// <summary>The root of a tree without leaves: SHA-256 of nothing.</summary>
    public static MerkleHash EmptyRoot { get; } = MerkleHash.From(SHA256.HashData([]));

    /// <summary>The hash of a leaf that holds these bytes.</summary>
    public static MerkleHash HashLeaf(ReadOnlySpan<byte> entry)
    {
        Span<byte> hash = stackalloc byte[MerkleHash.Size];
        var rented = ArrayPool<byte>.Shared.Rent(entry.Length + 1);
        rented[0] = 0;
        entry.CopyTo(rented.AsSpan(1));
        SHA256.HashData(rented.AsSpan(0, entry.Length + 1), hash);
        ArrayPool<byte>.Shared.Return(rented);
        return MerkleHash.From(hash);
    }

    /// <summary>The hash of the node above two others.</summary>
    public static MerkleHash HashNode(MerkleHash left, MerkleHash right)
    {
        Span<byte> hash = stackalloc byte[MerkleHash.Size];
        Span<byte> both = stackalloc byte[2 * MerkleHash.Size];
        left.CopyTo(both);
        right.CopyTo(both[MerkleHash.Size..]);
        HashPair(both, hash);
        return MerkleHash.From(hash);
    }

    /// <summary>
    /// Reduces a row of hashes to the row above it, in place: the hashes of a whole subtree's leaves, 2^k of them, become its root
    /// in the first 32 bytes.
    /// </summary>
    /// <exception cref="ArgumentException">The number of hashes is no power of two.</exception>
    internal static MerkleHash HashSubtree(Span<byte> hashes)
    {
        var count = hashes.Length / MerkleHash.Size;
        if (count == 0 || (count & (count - 1)) != 0 || hashes.Length % MerkleHash.Size != 0)
            throw new ArgumentException("a whole subtree has a power of two of hashes", nameof(hashes));
        for (; count > 1; count /= 2)
        {
            for (var i = 0; i < count / 2; i++)
                HashPair(hashes.Slice(2 * i * MerkleHash.Size, 2 * MerkleHash.Size), hashes.Slice(i * MerkleHash.Size, MerkleHash.Size));
        }
        return MerkleHash.From(hashes[..MerkleHash.Size]);
    }

    private static void HashPair(ReadOnlySpan<byte> both, Span<byte> hash)
    {
        Span<byte> node = stackalloc byte[1 + 2 * MerkleHash.Size];
        node[0] = 1;
        both.CopyTo(node[1..]);
        SHA256.HashData(node, hash);
    }
}
