using Overflight.Record.Leaves;
using Overflight.Record.Merkle;

namespace Overflight.Record;

/// <summary>A leaf that has its place in its subject's chain, and is not appended yet.</summary>
internal readonly record struct MadeLeaf(LeafDraft Draft, MerkleHash Hash, byte[] Bytes);
