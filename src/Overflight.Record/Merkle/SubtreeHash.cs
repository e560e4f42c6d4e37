namespace Overflight.Record.Merkle;

/// <summary>Tells the root of the whole subtree of 2^level leaves that begins at leaf index · 2^level.</summary>
public delegate MerkleHash SubtreeHash(int level, long index);
