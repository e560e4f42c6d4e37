using Overflight.Record.Merkle;

namespace Overflight.Record;

/// <summary>The end of a subject's chain: how many leaves are about it, and the last one's hash.</summary>
internal readonly record struct SubjectHead(long Count, MerkleHash Leaf);
