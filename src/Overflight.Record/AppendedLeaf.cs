using Overflight.Record.Leaves;
using Overflight.Record.Merkle;

namespace Overflight.Record;

/// <summary>A leaf that is durable.</summary>
/// <param name="Index">Its index in the log.</param>
/// <param name="LeafHash">Its leaf hash.</param>
/// <param name="Bytes">The entry.</param>
public sealed record AppendedLeaf(long Index, MerkleHash LeafHash, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>How other leaves name it.</summary>
    public LeafReference Reference => new(Index, LeafHash);
}
