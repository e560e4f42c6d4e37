using Overflight.Misb.Klv;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.St0601;

namespace Overflight.Misb.Diagnosis.Checks;

/// <summary>Checksums that are missing or wrong, and by which rule wrong ones were made.</summary>
internal sealed class ChecksumCheck : StreamCheck
{
    // How writers were seen to depart from ST 0601 section 6.6, and how they could.
    private static readonly (string Words, Func<ReadOnlyMemory<byte>, int, ulong> Sum)[] s_rules =
    [
        ("counts from behind the key", (p, at) => RunningChecksum.Of(p.Span[UniversalKey.Size..at])),
        ("counts the value alone", (p, at) => RunningChecksum.Of(p.Span[(p.Length - KlvPacket.ValueOf(p).Length)..at])),
        ("leaves its own tag and length out", (p, at) => RunningChecksum.Of(p.Span[..(at - 2)])),
        ("has its bytes in the wrong order", (p, at) => Swapped(RunningChecksum.Of(p.Span[..at]))),
        ("is a CRC-16", (p, at) => Crc16.Of(p.Span[..at])),
        ("is always 0", (_, _) => 0),
    ];

    private readonly long[] _byRule = new long[s_rules.Length];
    private long _checked;
    private long _wrong;
    private long _missing;
    private (long Offset, int? Pid, string Text)? _first;
    private (long Offset, int? Pid)? _firstMissing;

    public override void Packet(ObservedPacket packet)
    {
        if (packet.Definition is not { ChecksumTag: > 0 } set)
            return;
        _checked++;
        if (packet.Checksum == ChecksumState.Absent && set == St0601Set.Definition)
        {
            _missing++;
            _firstMissing ??= (packet.Offset, packet.Pid);
        }
        if (packet.Checksum != ChecksumState.Invalid)
            return;
        _wrong++;
        var at = packet.Bytes.Length - set.ChecksumSize;
        var stated = BigEndian.ReadUnsigned(packet.Bytes.Span.Slice(at, set.ChecksumSize));
        _first ??= (packet.Offset, packet.Pid, Sentence.Of($"the first one states {stated:x4}"));
        for (var rule = 0; rule < s_rules.Length && set.Checksum == ChecksumKind.Running16; rule++)
            _byRule[rule] += s_rules[rule].Sum(packet.Bytes, at) == stated ? 1 : 0;
    }

    public override IEnumerable<Finding> Findings()
    {
        if (_wrong > 0)
        {
            var rule = Array.FindIndex(_byRule, c => c == _wrong);
            yield return new Finding("wrong-checksum", FindingGrade.Error, "Checksums are wrong",
                _first!.Value.Text + (rule >= 0 ? $"; each is right by another rule: it {s_rules[rule].Words}" : "; no other rule explains them all: bytes were changed on the way, or the writer is at fault"))
            {
                Count = _wrong,
                Of = _checked,
                FirstOffset = _first.Value.Offset,
                Pid = _first.Value.Pid,
                Tag = 1,
                Effect = $"strict readers throw {Sentence.Share(_wrong, _checked, "packets")} away",
                EffectSize = _wrong,
                EffectUnit = "packets",
                CorrectedReading = rule >= 0 ? $"check by the rule that it {s_rules[rule].Words}" : "read the items, and trust none of these packets by itself",
                // A right checksum would make damage look sound.
                CanRepair = rule >= 0,
            };
        }
        if (_missing > 0)
            yield return new Finding("checksum-missing", FindingGrade.Warning, "Packets of ST 0601 end without a checksum", Sentence.Share(_missing, _checked, "packets have no tag 1 as their last item"))
            {
                Count = _missing,
                Of = _checked,
                FirstOffset = _firstMissing!.Value.Offset,
                Pid = _firstMissing.Value.Pid,
                Tag = 1,
                Effect = "damage on the way cannot be told",
                CanRepair = true,
            };
    }

    private static ulong Swapped(ushort sum) => (ulong)(sum >> 8 | (sum & 0xFF) << 8);
}
