using Overflight.Misb.Ts;

namespace Overflight.Misb.Diagnosis.Checks;

/// <summary>Faults of the transport stream itself.</summary>
internal sealed class TransportCheck : StreamCheck
{
    private const double TicksPerSecond = 27_000_000;

    private readonly SortedDictionary<(TsFaultKind Kind, int Pid), (long Count, long Offset, string Reason)> _faults = [];
    private readonly Dictionary<int, long> _clocks = [];
    private double _longest;

    public override void Clock(in TsClock clock)
    {
        if (_clocks.TryGetValue(clock.Pid, out var last) && clock.Ticks > last && !clock.IsDiscontinuity)
            _longest = Math.Max(_longest, (clock.Ticks - last) / TicksPerSecond);
        _clocks[clock.Pid] = clock.Ticks;
    }

    public override void Fault(in TsFault fault)
    {
        var key = (fault.Kind, fault.Pid ?? -1);
        _faults[key] = _faults.TryGetValue(key, out var seen) ? seen with { Count = seen.Count + 1 } : (1, fault.Offset, fault.Reason);
    }

    public override IEnumerable<Finding> Findings()
    {
        foreach (var ((kind, pid), (count, offset, reason)) in _faults)
        {
            var (id, grade, title, effect) = Of(kind);
            yield return new Finding(id, grade, title,
                Sentence.Of($"{count:#,0} times{(pid >= 0 ? Sentence.Of($" on PID {pid}") : "")}, first at byte {offset:#,0}: {reason}")
                + (kind == TsFaultKind.PcrInterval ? $"; the longest lasts {Sentence.Seconds(_longest)}" : ""))
            {
                Count = count,
                FirstOffset = offset,
                Pid = pid < 0 ? null : pid,
                Effect = effect,
                EffectSize = kind == TsFaultKind.PcrInterval ? _longest : double.NaN,
                EffectUnit = kind == TsFaultKind.PcrInterval ? "s" : "",
            };
        }
    }

    private static (string Id, FindingGrade Grade, string Title, string? Effect) Of(TsFaultKind kind) => kind switch
    {
        TsFaultKind.SyncLoss => ("ts-sync-loss", FindingGrade.Error, "Bytes are no packets of the transport stream", "what they held is lost"),
        TsFaultKind.PacketTruncated => ("ts-truncated", FindingGrade.Warning, "The stream ends inside a packet", "its last unit may be cut short"),
        TsFaultKind.TransportError => ("ts-transport-error", FindingGrade.Error, "Packets are marked as damaged by whoever received them", "they are not read"),
        TsFaultKind.AdaptationField => ("ts-adaptation-field", FindingGrade.Warning, "Adaptation fields do not fit their packets", null),
        TsFaultKind.Continuity => ("ts-continuity", FindingGrade.Error, "Packets are missing or repeated (continuity counter)", "units that they were of have holes"),
        TsFaultKind.Scrambled => ("ts-scrambled", FindingGrade.Error, "Payloads are scrambled", "they cannot be read"),
        TsFaultKind.SectionCrc => ("psi-crc", FindingGrade.Error, "Tables have a wrong CRC", "they are not used; streams that they declare are not found"),
        TsFaultKind.SectionMalformed => ("psi-malformed", FindingGrade.Error, "Tables break their syntax", "they are not used"),
        TsFaultKind.PesMalformed => ("pes-malformed", FindingGrade.Error, "PES packets break their syntax", "they are not read"),
        TsFaultKind.PesTruncated => ("pes-truncated", FindingGrade.Warning, "PES packets end before the length that they state", "their last bytes are missing"),
        TsFaultKind.PesTooLong => ("pes-too-long", FindingGrade.Warning, "PES packets are longer than is kept", "their ends are not read"),
        TsFaultKind.PesExcess => ("pes-excess", FindingGrade.Warning, "Bytes follow the end of their PES packet", "they are not read"),
        TsFaultKind.PcrJump => ("pcr-jump", FindingGrade.Error, "The clock (PCR) jumps without saying so", "players stop or lose the tie of picture and metadata"),
        TsFaultKind.PcrInterval => ("pcr-interval", FindingGrade.Warning, "More than 100 ms lie between clock references (PCR)", "receivers may lose the clock"),
        TsFaultKind.AuCellMalformed => ("cell-malformed", FindingGrade.Error, "Metadata access unit cells break their syntax", "what follows in the unit is not read"),
        TsFaultKind.AuCellMissing => ("cell-missing", FindingGrade.Warning, "Metadata declared synchronous is not in access unit cells", "strict readers take the first bytes for a cell and lose the unit"),
        TsFaultKind.AuCellUnexpected => ("cell-unexpected", FindingGrade.Warning, "Metadata declared asynchronous is in access unit cells", "strict readers find no key at the start"),
        TsFaultKind.AuCellSequence => ("cell-sequence", FindingGrade.Warning, "Sequence numbers of metadata access unit cells do not run on", "readers take cells for lost"),
        TsFaultKind.AuCellFragment => ("cell-fragment", FindingGrade.Error, "Fragments of metadata access units are missing", "these units have holes"),
        TsFaultKind.TimeStampMalformed => ("stamp-malformed", FindingGrade.Warning, "Times in pictures (ST 0604) break their form", "they are not read"),
        TsFaultKind.LimitReached => ("ts-limit", FindingGrade.Warning, "The stream has more than is kept in memory", "the excess is not read"),
        _ => ("rtp-loss", FindingGrade.Error, "RTP packets are missing, late or came twice", "what they held is lost"),
    };
}
