using Overflight.Misb.Sets.St0601;
using Overflight.Misb.Sets.St0903;

namespace Overflight.Misb.Diagnosis.Checks;

/// <summary>Version items that are missing, and codings that hang on them.</summary>
internal sealed class VersionCheck : StreamCheck
{
    private const ulong VmtiTag = 74;
    private const ulong VmtiVersionTag = 4;
    private const ulong VersionTag = 65;

    private long _packets;
    private long _without;
    private (long Offset, int? Pid)? _first;
    private long _vmti;
    private long _vmtiWithout;
    private (long Offset, int? Pid)? _firstVmti;
    private int? _version;

    public override void Packet(ObservedPacket packet)
    {
        if (packet.Definition != St0601Set.Definition || packet.Set is not { } set)
            return;
        _packets++;
        if (!set.TryGet(VersionTag, out _))
        {
            _without++;
            _first ??= (packet.Offset, packet.Pid);
        }
        foreach (var vmti in packet.Items.Where(i => i.Tag == VmtiTag))
        {
            _vmti++;
            if (vmti[VmtiVersionTag] is { } version)
            {
                _version = (int)version.Number;
                continue;
            }
            _vmtiWithout++;
            _firstVmti ??= (packet.Offset, packet.Pid);
        }
    }

    public override IEnumerable<Finding> Findings()
    {
        if (_without > 0)
            yield return new Finding("version-missing", FindingGrade.Warning, "Packets of ST 0601 do not state the version of their standard (tag 65)", Sentence.Share(_without, _packets, "packets"))
            {
                Count = _without,
                Of = _packets,
                FirstOffset = _first!.Value.Offset,
                Pid = _first.Value.Pid,
                Tag = VersionTag,
                Effect = "readers must guess the version",
            };
        if (_vmtiWithout > 0)
            yield return new Finding("vmti-version-missing", _version < St0903Set.FirstImapbVersion ? FindingGrade.Error : FindingGrade.Warning,
                "VMTI sets (ST 0903) do not state their version (tag 4), on which the coding of their numbers hangs",
                Sentence.Share(_vmtiWithout, _vmti, "sets") + (_version is { } known ? Sentence.Of($"; the others state version {known}") : "; none states it"))
            {
                Count = _vmtiWithout,
                Of = _vmti,
                FirstOffset = _firstVmti!.Value.Offset,
                Pid = _firstVmti.Value.Pid,
                Tag = VmtiTag,
                Effect = _version < St0903Set.FirstImapbVersion ? "a reader that takes each set by itself reads the old coding as the new one, and puts targets into wrong places" : "readers must guess the coding",
                CorrectedReading = _version is { } stated ? Sentence.Of($"read every set by version {stated}, the one stated last") : null,
                CanRepair = _version is not null,
            };
        if (_version < St0903Set.FirstImapbVersion)
            yield return new Finding("vmti-legacy", FindingGrade.Note, "VMTI sets are in the coding before version 4 of ST 0903", Sentence.Of($"version {_version}; numbers are linear codes as in ST 0601, not IMAPB"))
            {
                Count = _vmti,
                Of = _vmti,
                Tag = VmtiTag,
                CorrectedReading = "read fields of view, offsets, heights and places as linear codes",
            };
    }
}
