using Overflight.Misb.Klv;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.Eg0104;
using Overflight.Misb.Sets.St0601;
using Overflight.Misb.Sight;
using Overflight.Misb.Ts;

namespace Overflight.Misb.Diagnosis;

/// <summary>A KLV packet as the checks of a diagnosis see it. Its set is read into again for the next packet.</summary>
/// <param name="bytes">Key, length and value.</param>
/// <param name="offset">Of its first byte in the file.</param>
/// <param name="pts">Presentation time without wraps, ticks of 90 kHz; null where it has none.</param>
/// <param name="pid">Null in bare KLV.</param>
/// <param name="carriage">Null in bare KLV.</param>
/// <param name="decoded">What it says.</param>
internal sealed class ObservedPacket(ReadOnlyMemory<byte> bytes, long offset, long? pts, int? pid, KlvCarriage? carriage, DecodedPacket decoded)
{
    public ReadOnlyMemory<byte> Bytes { get; } = bytes;

    public long Offset { get; } = offset;

    public long? Pts { get; } = pts;

    public int? Pid { get; } = pid;

    public KlvCarriage? Carriage { get; } = carriage;

    /// <summary>Its set; null where the key is not known.</summary>
    public SetDefinition? Definition => decoded.Set;

    /// <summary>Its items, where it is a local set; null otherwise.</summary>
    public KlvSet? Set => decoded.Local;

    /// <summary>Its items as trees.</summary>
    public IReadOnlyList<KlvNode> Items => decoded.Items;

    public ChecksumState Checksum => decoded.Checksum;

    /// <summary>What is wrong, with offsets from the packet's first byte.</summary>
    public IReadOnlyList<KlvProblem> Problems => decoded.Problems;

    /// <summary>What it says of the camera; null for sets that say nothing of one.</summary>
    public StatedPose? Pose { get; } =
        decoded.Set == St0601Set.Definition ? PoseReader.Of(decoded.Local!) : decoded.Set == Eg0104Set.Definition ? PoseReader.Of(decoded.Items) : null;

    /// <summary>Microseconds since 1970 that it states; null where it states none.</summary>
    public ulong? Time => Pose?.TimeMicroseconds;
}
