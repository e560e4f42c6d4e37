using Overflight.Record.Merkle;

namespace Overflight.Record.Leaves;

/// <summary>A leaf that another tells of, by place and by content.</summary>
/// <param name="Index">Its index in the log.</param>
/// <param name="Leaf">Its leaf hash.</param>
public sealed record LeafReference(long Index, MerkleHash Leaf)
{
    /// <summary>The index and the hash in base64url.</summary>
    public override string ToString() => $"{Index} {Leaf.ToBase64Url()}";
}
