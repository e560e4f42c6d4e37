using Overflight.Misb.Klv;

namespace Overflight.Misb.Sets;

/// <summary>A packet decoded.</summary>
/// <param name="Key">Its key.</param>
/// <param name="Set">Its set; null where the key is not known.</param>
/// <param name="Local">Its items, where it is a local set; null otherwise. It is read into again for the next packet of the set.</param>
/// <param name="Checksum">What its checksum says.</param>
/// <param name="Items">Its items as trees.</param>
/// <param name="Problems">What is wrong, with offsets from the packet's first byte.</param>
public sealed record DecodedPacket(
    UniversalKey Key, SetDefinition? Set, KlvSet? Local, ChecksumState Checksum, IReadOnlyList<KlvNode> Items, IReadOnlyList<KlvProblem> Problems);
