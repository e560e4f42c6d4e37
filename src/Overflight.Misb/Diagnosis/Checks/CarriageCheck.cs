using Overflight.Misb.Ts;

namespace Overflight.Misb.Diagnosis.Checks;

/// <summary>Metadata that is carried otherwise than declared (MISB ST 1402).</summary>
internal sealed class CarriageCheck : StreamCheck
{
    private readonly SortedDictionary<int, TsStreamInfo> _declared = [];
    private readonly SortedDictionary<int, Counted> _seen = [];

    public override void Program(TsProgram program)
    {
        foreach (var stream in program.Streams.Where(s => s.Carriage != KlvCarriage.None))
            _declared[stream.Pid] = stream;
    }

    public override void Packet(ObservedPacket packet)
    {
        if (packet.Pid is not { } pid || packet.Carriage is not { } carriage)
            return;
        if (!_seen.TryGetValue(pid, out var seen))
            _seen.Add(pid, seen = new Counted(packet.Offset));
        seen.Units++;
        seen.Timed += packet.Pts is null ? 0 : 1;
        seen.Carriage = carriage;
    }

    public override IEnumerable<Finding> Findings()
    {
        foreach (var (pid, seen) in _seen)
            switch (seen.Carriage)
            {
                case KlvCarriage.Asynchronous when seen.Timed > 0:
                    yield return new Finding("async-with-pts", FindingGrade.Warning, "Metadata declared asynchronous carries presentation times",
                        Sentence.Of($"{Sentence.Share(seen.Timed, seen.Units, "units")} of PID {pid}, stream type 0x{(_declared.TryGetValue(pid, out var info) ? info.StreamType : 0x06):x2}, have a time in their headers; ST 1402 wants none"))
                    {
                        Count = seen.Timed,
                        Of = seen.Units,
                        FirstOffset = seen.FirstOffset,
                        Pid = pid,
                        Effect = "readers that go by the declaration throw the times away and lose the tie between pictures and metadata",
                        CorrectedReading = "use the times as of synchronous metadata",
                        CanRepair = true,
                    };
                    break;
                case KlvCarriage.Synchronous when seen.Timed < seen.Units:
                    yield return new Finding("sync-without-pts", FindingGrade.Error, "Metadata declared synchronous carries no presentation times",
                        Sentence.Of($"{Sentence.Share(seen.Units - seen.Timed, seen.Units, "units")} of PID {pid}"))
                    {
                        Count = seen.Units - seen.Timed,
                        Of = seen.Units,
                        FirstOffset = seen.FirstOffset,
                        Pid = pid,
                        Effect = "metadata cannot be tied to pictures but by its own time",
                    };
                    break;
                case KlvCarriage.Undeclared:
                    yield return new Finding("undeclared-klv", FindingGrade.Warning, "KLV metadata is not declared as such",
                        Sentence.Of($"{seen.Units:#,0} units of PID {pid}, which bears no registration descriptor KLVA"))
                    {
                        Count = seen.Units,
                        Of = seen.Units,
                        FirstOffset = seen.FirstOffset,
                        Pid = pid,
                        Effect = "readers that go by the declaration do not find it",
                        CorrectedReading = "take the stream for asynchronous metadata",
                        CanRepair = true,
                    };
                    break;
            }
        foreach (var (pid, info) in _declared.Where(d => !_seen.ContainsKey(d.Key)))
            yield return new Finding("empty-pid", FindingGrade.Warning, "Metadata is declared, but none comes", Sentence.Of($"PID {pid}, stream type 0x{info.StreamType:x2}"))
            {
                Pid = pid,
                Effect = "readers wait for metadata in vain",
            };
    }

    private sealed class Counted(long firstOffset)
    {
        public long FirstOffset { get; } = firstOffset;

        public long Units { get; set; }

        public long Timed { get; set; }

        public KlvCarriage Carriage { get; set; }
    }
}
