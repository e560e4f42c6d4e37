using Overflight.Misb.Klv;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.Eg0104;
using Overflight.Misb.Sets.St0601;
using Overflight.Misb.Sets.St0903;
using Overflight.Misb.Sight;

namespace Overflight.Cli.Video.Footprints;

/// <summary>Takes poses out of the KLV packets of a file, with the items of those that hold targets.</summary>
internal sealed class PoseSource(Action<PoseSource.Found> found) : IKlvOutput
{
    private const ulong VmtiTag = 74;

    private readonly St0601Packet _packet = new();
    private StatedPose? _last;
    private readonly Dictionary<int, VmtiState> _vmti = [];

    /// <summary>A packet that tells of the camera.</summary>
    /// <param name="Pose">What it says.</param>
    /// <param name="Set">Its items; null for EG 0104.</param>
    /// <param name="Items">Its items as trees, where it holds a VMTI set; null otherwise.</param>
    public readonly record struct Found(long Offset, long? Pts, int? Pid, StatedPose Pose, KlvSet? Set, IReadOnlyList<KlvNode>? Items);

    /// <summary>Packets of sets that tell nothing of a camera.</summary>
    public long OtherPackets { get; private set; }

    /// <summary>Packets whose checksum is wrong; they are read all the same.</summary>
    public long WrongChecksums { get; private set; }

    /// <summary>Stretches of bytes that belong to no packet.</summary>
    public long Damages { get; private set; }

    public void Packet(ReadOnlyMemory<byte> packet, long offset, long? pts, int? pid)
    {
        if (_packet.Read(packet))
        {
            WrongChecksums += _packet.Checksum == ChecksumState.Invalid ? 1 : 0;
            _last = PoseReader.Of(_packet);
            found(new Found(offset, pts, pid, _last, _packet.Set, Targets(pid)));
        }
        else if (_last is { } pose && UniversalKey.Read(packet.Span).Names(St0903Set.Definition.Key))
        {
            // Targets in a packet of their own are seen from where the sensor was last.
            var value = KlvPacket.ValueOf(packet);
            var read = new KlvSet(Vmti(pid).Choose(value.Span));
            read.Read(value);
            found(new Found(offset, pts, pid, pose, null, [new KlvNode { Tag = VmtiTag, Kind = ValueKind.Set, Children = read.ToNodes() }]));
        }
        else if (UniversalKey.Read(packet.Span).Names(Eg0104Set.Definition.Key))
        {
            found(new Found(offset, pts, pid, PoseReader.Of(UniversalSet.Read(Eg0104Set.Definition, KlvPacket.ValueOf(packet))), null, null));
        }
        else
        {
            OtherPackets++;
        }
    }

    public void Damage(KlvProblem problem, long offset, int? pid) => Damages++;

    private IReadOnlyList<KlvNode>? Targets(int? pid) => _packet.Set.TryGet(VmtiTag, out _) ? _packet.Set.ToNodes(null, Vmti(pid)) : null;

    private VmtiState Vmti(int? pid)
    {
        if (!_vmti.TryGetValue(pid ?? -1, out var vmti))
            _vmti.Add(pid ?? -1, vmti = new VmtiState());
        return vmti;
    }
}
