using Overflight.Misb.Klv;
using Overflight.Misb.Sets;
using Overflight.Misb.Sight;
using Overflight.Misb.Ts;

namespace Overflight.Misb.Diagnosis;

/// <summary>A KLV packet as the checks of a diagnosis see it. The set is read into again for the next packet.</summary>
/// <param name="Bytes">Key, length and value.</param>
/// <param name="Offset">Of its first byte in the file.</param>
/// <param name="Pts">Presentation time without wraps, ticks of 90 kHz; null where it has none.</param>
/// <param name="Pid">Null in bare KLV.</param>
/// <param name="Carriage">Null in bare KLV.</param>
/// <param name="Definition">Its set; null where the key is not known.</param>
/// <param name="Set">Its items, where it is a local set; null otherwise.</param>
/// <param name="Items">Its items as trees.</param>
/// <param name="Checksum">What its checksum says.</param>
/// <param name="Problems">What is wrong, with offsets from the packet's first byte.</param>
/// <param name="Pose">What it says of the camera; null for sets that say nothing of one.</param>
public sealed record ObservedPacket(
    ReadOnlyMemory<byte> Bytes, long Offset, long? Pts, int? Pid, KlvCarriage? Carriage, SetDefinition? Definition, KlvSet? Set, IReadOnlyList<KlvNode> Items,
    ChecksumState Checksum, IReadOnlyList<KlvProblem> Problems, StatedPose? Pose)
{
    /// <summary>Microseconds since 1970 that it states; null where it states none.</summary>
    public ulong? Time => Pose?.TimeMicroseconds;
}
