using Overflight.Misb.Klv;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St0601;

namespace Overflight.Misb.Diagnosis.Checks;

/// <summary>Items and packets that break their coding, are not listed, come twice or stand in the wrong place.</summary>
internal sealed class ItemCheck : StreamCheck
{
    private readonly SortedDictionary<(KlvReason Reason, ulong Tag), (long Count, long Offset, int? Pid, string Set)> _seen = [];
    private readonly SortedDictionary<ulong, (long Count, long Offset, int? Pid, string Name, string Words)> _special = [];
    private long _packets;
    private (long Count, long Offset, int? Pid) _order;
    private (long Count, long Offset, int? Pid) _noTime;

    public override void Packet(ObservedPacket packet)
    {
        _packets++;
        foreach (var problem in packet.Problems.Where(p => p.Reason is not (KlvReason.WrongLength or KlvReason.WrongChecksum)))
            Count(problem, packet.Offset + problem.Offset, packet.Pid, packet.Definition?.Standard ?? "");
        if (packet.Definition != St0601Set.Definition || packet.Set is not { Count: > 0 } set)
            return;
        if (!set.TryGet(2, out _))
            _noTime = (_noTime.Count + 1, _noTime.Count == 0 ? packet.Offset : _noTime.Offset, packet.Pid);
        else if (set[0].Tag != 2 || set.TryGet(1, out var sum) && sum.Place.Offset != set[set.Count - 1].Place.Offset)
            _order = (_order.Count + 1, _order.Count == 0 ? packet.Offset : _order.Offset, packet.Pid);
        for (var i = 0; i < set.Count; i++)
            if (set[i] is { Kind: ValueKind.Special } item)
                _special[item.Tag] = _special.TryGetValue(item.Tag, out var seen)
                    ? seen with { Count = seen.Count + 1 }
                    : (1, packet.Offset, packet.Pid, item.Name, item.Special.ToString());
    }

    public override void Damage(KlvProblem problem, long offset, int? pid) => Count(problem, offset, pid, "");

    public override IEnumerable<Finding> Findings()
    {
        foreach (var ((reason, tag), (count, offset, pid, set)) in _seen)
        {
            var (id, grade, title) = Of(reason, tag, set);
            yield return new Finding(id, grade, title, Sentence.Of($"{count:#,0} times, first at byte {offset:#,0}")) { Count = count, Of = _packets, FirstOffset = offset, Pid = pid, Tag = tag == 0 ? null : tag };
        }
        if (_noTime.Count > 0)
            yield return new Finding("time-missing", FindingGrade.Error, "Packets of ST 0601 carry no time (tag 2)", Sentence.Share(_noTime.Count, _packets, "packets"))
            {
                Count = _noTime.Count,
                Of = _packets,
                FirstOffset = _noTime.Offset,
                Pid = _noTime.Pid,
                Tag = 2,
                Effect = "what they say cannot be put to a moment",
            };
        if (_order.Count > 0)
            yield return new Finding("item-order", FindingGrade.Warning, "The time (tag 2) is not the first item, or the checksum (tag 1) not the last", Sentence.Share(_order.Count, _packets, "packets"))
            {
                Count = _order.Count,
                Of = _packets,
                FirstOffset = _order.Offset,
                Pid = _order.Pid,
            };
        foreach (var (tag, (count, offset, pid, name, words)) in _special)
            yield return new Finding("special-value", FindingGrade.Note, $"{name} (tag {tag}) says that its value is none: {words}", Sentence.Share(count, _packets, "packets"))
            {
                Count = count,
                Of = _packets,
                FirstOffset = offset,
                Pid = pid,
                Tag = tag,
            };
    }

    private void Count(KlvProblem problem, long offset, int? pid, string set)
    {
        var key = (problem.Reason, problem.Tag);
        _seen[key] = _seen.TryGetValue(key, out var seen) ? seen with { Count = seen.Count + 1 } : (1, offset, pid, set);
    }

    private static (string Id, FindingGrade Grade, string Title) Of(KlvReason reason, ulong tag, string set) => reason switch
    {
        KlvReason.UnknownTag => ("unknown-tag", FindingGrade.Note, $"{set} lists no tag {tag}: a private item, or one of a later version"),
        KlvReason.Repeated => ("repeated-item", FindingGrade.Warning, $"{set}: tag {tag} comes twice in a packet"),
        KlvReason.Junk => ("junk", FindingGrade.Error, "Bytes between packets start no key"),
        KlvReason.TruncatedKey or KlvReason.BadLength or KlvReason.LengthPastEnd => ("damaged-packet", FindingGrade.Error,
            tag == 0 ? "A packet is cut short, or its length cannot be right" : $"An item (tag {tag}) reaches past the end of its set"),
        KlvReason.TooDeep => ("too-deep", FindingGrade.Warning, $"Sets lie too deep within sets (tag {tag})"),
        _ => ("bad-value", FindingGrade.Warning, $"{set}: the value of tag {tag} breaks its coding"),
    };
}
