namespace Overflight.Misb.Ts;

/// <summary>Copies packets as they come, without those of streams that are left out, and with the KLV that is written anew.</summary>
internal sealed class PacketCopier(Stream output, TsRemuxOptions options, TsSink? listener) : TsSink
{
    // PIDs below are of tables (ISO/IEC 13818-1, table 2-3; ETSI EN 300 468) and are copied.
    private const int FirstOfStreams = 32;
    private readonly PacketWriter _writer = new(output);
    private readonly SortedDictionary<int, TsProgram> _programs = [];

    // Whether packets of a PID are copied; made anew when a programme changes.
    private readonly HashSet<int> _kept = [];
    private readonly HashSet<int> _clocks = [];
    private readonly HashSet<int> _maps = [];
    private readonly Dictionary<int, TsStreamInfo> _rewritten = [];
    private readonly KlvPesWriter _klv = new();
    private int _version;

    public Func<int> TransportStreamId { get; set; } = () => 0;

    private bool IsSelecting => options.Keeps is not null || options.Rewrites is not null;

    internal override void OnPacket(ReadOnlySpan<byte> packet, int pid, long offset)
    {
        listener?.OnPacket(packet, pid, offset);
        if (pid == TsPid.Null)
        {
            if (!options.DropsNullPackets)
                _writer.Copy(packet);
        }
        else if (!IsSelecting || _kept.Contains(pid) || pid is > TsPid.ProgramAssociation and < FirstOfStreams && !_maps.Contains(pid))
            _writer.Copy(packet);
        else if (pid == TsPid.ProgramAssociation || _maps.Contains(pid))
        {
            // Before the first map there is nothing to say.
            if ((packet[1] & 0x40) != 0 && _version > 0)
                WriteTable(pid);
        }
        else if (_clocks.Contains(pid) && PacketView.Read(packet, offset, out var view) is null && view.ClockTicks >= 0)
            // The clock outlives the stream that carried it.
            _writer.WriteClock(pid, view.ClockTicks, view.IsDiscontinuity);
    }

    public override void OnProgram(TsProgram program)
    {
        listener?.OnProgram(program);
        if (!IsSelecting)
            return;
        if (!_programs.TryGetValue(program.Number, out var before) || before.MapPid != program.MapPid)
            _version++;
        _programs[program.Number] = program;
        Select();
        WriteTable(TsPid.ProgramAssociation);
        WriteTable(program.MapPid);
    }

    public override void OnProgramRemoved(TsProgram program)
    {
        listener?.OnProgramRemoved(program);
        if (!IsSelecting || !_programs.Remove(program.Number))
            return;
        _version++;
        Select();
        WriteTable(TsPid.ProgramAssociation);
    }

    public override void OnKlv(in KlvAccessUnit unit)
    {
        listener?.OnKlv(unit);
        if (!_rewritten.TryGetValue(unit.Pid, out var stream))
            return;
        var bytes = options.Rewrites!(unit).Span;
        if (bytes.IsEmpty)
            return;
        if (stream.Carriage != KlvCarriage.Synchronous && bytes.Length > KlvPesWriter.MostAsynchronousBytes)
            bytes = unit.Bytes;
        _klv.Write(stream, bytes, unit.Pts, (header, payload, _) => _writer.WritePes(stream.Pid, header, payload, clockTicks: -1, isRandomAccess: false, isDiscontinuity: false));
    }

    public override void OnVideo(in VideoUnit unit) => listener?.OnVideo(unit);

    public override void OnClock(in TsClock clock) => listener?.OnClock(clock);

    public override void OnFault(in TsFault fault) => listener?.OnFault(fault);

    private void Select()
    {
        _kept.Clear();
        _clocks.Clear();
        _maps.Clear();
        _rewritten.Clear();
        foreach (var program in _programs.Values)
        {
            _maps.Add(program.MapPid);
            foreach (var stream in KeptOf(program))
            {
                _clocks.Add(program.ClockPid);
                if (options.Rewrites is not null && Declared(stream) is { Carriage: not KlvCarriage.None } declared)
                    _rewritten[stream.Pid] = declared;
                else
                    _kept.Add(stream.Pid);
            }
        }
    }

    private void WriteTable(int pid)
    {
        var kept = _programs.Values.Where(p => KeptOf(p).Any());
        var sections = pid == TsPid.ProgramAssociation
            ? SectionWriter.Association(TransportStreamId(), _version, kept)
            : kept.Where(p => p.MapPid == pid).SelectMany(p => SectionWriter.Map(p, KeptOf(p).Select(Declared)));
        foreach (var section in sections)
            _writer.WriteSection(pid, section);
    }

    private IEnumerable<TsStreamInfo> KeptOf(TsProgram program) => program.Streams.Where(s => options.Keeps?.Invoke(program, s) ?? true);

    private TsStreamInfo Declared(TsStreamInfo stream) => options.Rewrites is not null && options.Redeclares is { } redeclares ? redeclares(stream) : stream;
}
