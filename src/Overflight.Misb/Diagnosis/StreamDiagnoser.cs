using Overflight.Misb.Diagnosis.Checks;
using Overflight.Misb.Klv;
using Overflight.Misb.Sets;
using Overflight.Misb.Sets.Eg0104;
using Overflight.Misb.Sets.St0601;
using Overflight.Misb.Sets.St0903;
using Overflight.Misb.Sight;
using Overflight.Misb.Ts;

namespace Overflight.Misb.Diagnosis;

/// <summary>
/// Says what is wrong with a stream and how it is to be read right. It is told of a transport stream as a <see cref="TsSink"/>, or of bare
/// KLV by <see cref="Bare"/>; then <see cref="Conclude"/> gives the findings. Not thread-safe.
/// </summary>
public sealed class StreamDiagnoser : TsSink
{
    private readonly Dictionary<SetDefinition, MetadataPacket> _packets = [];
    private readonly Dictionary<int, VmtiState> _vmti = [];
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
        var observed = Observe(packet, offset, pts, pid, carriage);
        foreach (var check in _checks)
            check.Packet(observed);
    }

    private void Lose(KlvProblem problem, long offset, int? pid)
    {
        foreach (var check in _checks)
            check.Damage(problem, offset, pid);
    }

    private ObservedPacket Observe(ReadOnlyMemory<byte> packet, long offset, long? pts, int? pid, KlvCarriage? carriage)
    {
        if (Standards.Find(UniversalKey.Read(packet.Span)) is not { } set)
            return new ObservedPacket(packet, offset, pts, pid, carriage, null, null, [], ChecksumState.Absent, [], null);
        Ber.TryReadLength(packet.Span[UniversalKey.Size..], out var length, out var size);
        var header = UniversalKey.Size + size;
        var inside = new List<KlvProblem>();
        if (Standards.IsUniversal(set))
        {
            var nodes = UniversalSet.Read(set, packet.Slice(header, (int)length), inside);
            var pose = set == Eg0104Set.Definition ? PoseReader.Of(nodes) : null;
            return new ObservedPacket(packet, offset, pts, pid, carriage, set, null, nodes, ChecksumState.Absent, Placed(inside, header), pose);
        }
        if (!_packets.TryGetValue(set, out var reader))
            _packets.Add(set, reader = new MetadataPacket(set));
        reader.Read(packet);
        if (!_vmti.TryGetValue(pid ?? -1, out var vmti))
            _vmti.Add(pid ?? -1, vmti = new VmtiState());
        var items = reader.Set.ToNodes(inside, vmti);
        return new ObservedPacket(
            packet, offset, pts, pid, carriage, set, reader.Set, items, reader.Checksum, Placed(reader.Set.Problems.Concat(inside).Distinct(), header),
            set == St0601Set.Definition ? PoseReader.Of(reader.Set) : null);
    }

    private static List<KlvProblem> Placed(IEnumerable<KlvProblem> problems, int header) =>
        [.. problems.Select(p => p with { Offset = p.Offset + header }).OrderBy(p => p.Offset)];
}
