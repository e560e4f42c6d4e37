using Overflight.Misb.Diagnosis.Checks;
using Overflight.Misb.Klv;
using Overflight.Misb.Sets;
using Overflight.Misb.Ts;

namespace Overflight.Misb.Diagnosis;

/// <summary>
/// Says what is wrong with a stream and how it is to be read right. It is told of a transport stream as a <see cref="TsSink"/>, or of bare
/// KLV by <see cref="Bare"/>; then <see cref="Conclude"/> gives the findings. Not thread-safe.
/// </summary>
public sealed class StreamDiagnoser : TsSink
{
    private readonly PacketDecoder _decoder = new();
    private readonly ReadingCheck _reading;
    private readonly StreamCheck[] _checks;
    private readonly DiagnosisSeriesCheck _series = new();

    /// <summary>A diagnoser that saw nothing yet.</summary>
    public StreamDiagnoser()
    {
        _reading = new ReadingCheck();
        _checks =
        [
            _reading, new GroundCheck(_reading), new CornerCheck(_reading), new MotionCheck(),
            new LengthCheck(), new ChecksumCheck(), new ItemCheck(), new VersionCheck(), new MinimumSetCheck(),
            new TimeCheck(), new ClockCheck(), new CarriageCheck(), new TransportCheck(), _series,
        ];
    }

    /// <summary>KLV packets seen.</summary>
    public long Packets { get; private set; }

    /// <summary>Takes a run of bare KLV.</summary>
    public void Bare(ReadOnlyMemory<byte> bytes)
    {
        var reader = new KlvReader(bytes.Span);
        for (var step = reader.Read(); step != KlvRead.End; step = reader.Read())
            if (step == KlvRead.Found)
                Take(bytes.Slice((int)reader.Packet.Offset, reader.Packet.Bytes.Length), reader.Packet.Offset, null, null, null);
            else
                Lose(reader.Problem, reader.Problem.Offset, null);
    }

    /// <inheritdoc/>
    public override void OnKlv(in KlvAccessUnit unit)
    {
        var bytes = unit.Bytes.ToArray().AsMemory();
        var reader = new KlvReader(bytes.Span);
        for (var step = reader.Read(); step != KlvRead.End; step = reader.Read())
            if (step == KlvRead.Found)
                Take(bytes.Slice((int)reader.Packet.Offset, reader.Packet.Bytes.Length), unit.OffsetOf((int)reader.Packet.Offset), unit.UnwrappedPts, unit.Pid, unit.Carriage);
            else
                Lose(reader.Problem, unit.OffsetOf((int)reader.Problem.Offset), unit.Pid);
    }

    /// <inheritdoc/>
    public override void OnVideo(in VideoUnit unit)
    {
        foreach (var check in _checks)
            check.Video(unit);
    }

    /// <inheritdoc/>
    public override void OnProgram(TsProgram program)
    {
        foreach (var check in _checks)
            check.Program(program);
    }

    /// <inheritdoc/>
    public override void OnClock(in TsClock clock)
    {
        foreach (var check in _checks)
            check.Clock(clock);
    }

    /// <inheritdoc/>
    public override void OnFault(in TsFault fault)
    {
        foreach (var check in _checks)
            check.Fault(fault);
    }

    /// <summary>The findings: errors first, then in the order of their checks.</summary>
    public StreamDiagnosis Conclude()
    {
        var findings = _checks.SelectMany(c => c.Findings()).OrderBy(f => f.Grade).ToList();
        return new StreamDiagnosis(Packets, _series.Pictures, _reading.Fit, findings, _series.Series);
    }

    private void Take(ReadOnlyMemory<byte> packet, long offset, long? pts, int? pid, KlvCarriage? carriage)
    {
        Packets++;
        var decoded = _decoder.Decode(packet, pid);
        var observed = new ObservedPacket(packet, offset, pts, pid, carriage, decoded);
        foreach (var check in _checks)
            check.Packet(observed);
    }

    private void Lose(KlvProblem problem, long offset, int? pid)
    {
        foreach (var check in _checks)
            check.Damage(problem, offset, pid);
    }
}
