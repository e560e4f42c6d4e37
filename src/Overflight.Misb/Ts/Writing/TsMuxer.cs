namespace Overflight.Misb.Ts;

/// <summary>
/// Writes an MPEG transport stream with video and KLV metadata as MISB ST 1402 lays it down. Units are written in the order
/// given, which should be that of decoding times. Times are ticks of 90 kHz and may have wrapped at 2^33. The rate varies with
/// the units: nothing is filled up to a constant one, and buffers are not modelled. Not safe for use by several threads at once.
/// </summary>
public sealed class TsMuxer
{
    private const byte VideoStreamId = 0xE0;
    private const long TableInterval = 90_000 / 10;

    private readonly PacketWriter _writer;
    private readonly IReadOnlyList<byte[]> _association;
    private readonly List<(int Pid, byte[] Section)> _maps = [];
    private readonly Dictionary<int, (TsStreamInfo Stream, MuxClock Clock)> _streams = [];
    private readonly KlvPesWriter _klv = new();
    private readonly Action<long> _onStep;
    private long? _tablesAt;

    /// <summary>Begins a stream.</summary>
    /// <param name="output">Where it is written to; it is not closed.</param>
    /// <param name="programs">The programmes. Streams are declared by <see cref="TsStreamInfo"/>, their descriptors are written byte for byte.</param>
    /// <param name="options">How it is written; as the defaults say if null.</param>
    /// <exception cref="ArgumentException">A PID is used twice or out of range, or a map is longer than a section.</exception>
    public TsMuxer(Stream output, IReadOnlyList<TsProgram> programs, TsMuxerOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(programs);
        options ??= new TsMuxerOptions();
        _writer = new PacketWriter(output);
        _association = SectionWriter.Association(options.TransportStreamId, 0, programs);
        foreach (var program in programs)
        {
            CheckPid(program.MapPid);
            if (_streams.ContainsKey(program.MapPid))
                throw new ArgumentException($"PID {program.MapPid} is used twice.", nameof(programs));
            var clock = new MuxClock(program, _writer, options.LeadTicks);
            var sections = SectionWriter.Map(program, program.Streams);
            if (sections.Count > 1)
                throw new ArgumentException($"The map of programme {program.Number} is longer than a section.", nameof(programs));
            _maps.Add((program.MapPid, sections[0]));
            foreach (var stream in program.Streams)
            {
                CheckPid(stream.Pid);
                if (_maps.Exists(m => m.Pid == stream.Pid) || !_streams.TryAdd(stream.Pid, (stream, clock)))
                    throw new ArgumentException($"PID {stream.Pid} is used twice.", nameof(programs));
            }
        }
        _onStep = WriteTablesIfDue;
    }

    /// <summary>Writes an access unit of video, byte for byte.</summary>
    /// <param name="pid">The PID of a stream declared as video.</param>
    /// <param name="bytes">The access unit, with start codes (Annex B of H.264 and H.265).</param>
    /// <param name="pts">Its presentation time.</param>
    /// <param name="dts">Its decoding time; that of presentation if null.</param>
    /// <param name="isRandomAccess">Whether decoding can begin with it; the tables are written before it.</param>
    /// <param name="stamp">A MISB ST 0604 time stamp to put into it, in front of the picture; its offset has no meaning. None if null.</param>
    /// <exception cref="ArgumentException">The PID is not declared as video, the unit is empty, or a stamp cannot be put into this kind of video.</exception>
    public void WriteVideo(int pid, ReadOnlySpan<byte> bytes, long pts, long? dts = null, bool isRandomAccess = false, MispTimeStamp? stamp = null)
    {
        var (stream, clock) = Find(pid, s => s.IsVideo, "video");
        if (bytes.IsEmpty)
            throw new ArgumentException("The access unit is empty.", nameof(bytes));
        if (stamp is { } time)
            bytes = VideoTimeWriter.Insert(bytes, stream.StreamType, time);
        Span<byte> header = stackalloc byte[PesHeaderWriter.MostBytes];
        header = header[..PesHeaderWriter.Write(header, VideoStreamId, bytes.Length, pts, dts)];
        if (isRandomAccess)
            _tablesAt = null;
        Write(stream, clock, header, bytes, dts ?? pts, isRandomAccess);
    }

    /// <summary>Writes a KLV access unit.</summary>
    /// <param name="pid">The PID of a stream declared as KLV.</param>
    /// <param name="bytes">One KLV packet, or several of the same time.</param>
    /// <param name="pts">Its presentation time. Synchronous metadata must have one. Of asynchronous metadata it is not written
    /// (MISB ST 1402); there it only drives the clock, if the clock is on this PID.</param>
    /// <exception cref="ArgumentException">The PID is not declared as KLV, the unit is empty or has more than 65,532 bytes without cells, or a time is missing.</exception>
    public void WriteKlv(int pid, ReadOnlySpan<byte> bytes, long? pts)
    {
        var (stream, clock) = Find(pid, s => s.Carriage != KlvCarriage.None, "KLV");
        if (bytes.IsEmpty)
            throw new ArgumentException("The access unit is empty.", nameof(bytes));
        if (stream.Carriage == KlvCarriage.Synchronous && pts is null)
            throw new ArgumentException("Synchronous metadata needs a presentation time.", nameof(pts));
        if (stream.Carriage != KlvCarriage.Synchronous && bytes.Length > KlvPesWriter.MostAsynchronousBytes)
            throw new ArgumentException($"The unit has {bytes.Length} bytes; asynchronous metadata holds {KlvPesWriter.MostAsynchronousBytes}.", nameof(bytes));
        _klv.Write(stream, bytes, pts, (header, payload, time) => Write(stream, clock, header, payload, time, isRandomAccess: false));
    }

    private void Write(TsStreamInfo stream, MuxClock clock, ReadOnlySpan<byte> header, ReadOnlySpan<byte> bytes, long? time, bool isRandomAccess)
    {
        var (ticks, isDiscontinuity) = (-1L, false);
        if (time is { } decoding && stream.Pid == clock.Program.ClockPid)
            (ticks, isDiscontinuity) = clock.Advance(decoding, _onStep);
        if (_tablesAt is null)
            WriteTables();
        _writer.WritePes(stream.Pid, header, bytes, ticks, isRandomAccess, isDiscontinuity);
    }

    private void WriteTablesIfDue(long clockTicks)
    {
        if (_tablesAt is { } last && Math.Abs(clockTicks - last) < TableInterval)
            return;
        WriteTables();
        _tablesAt = clockTicks;
    }

    private void WriteTables()
    {
        foreach (var section in _association)
            _writer.WriteSection(TsPid.ProgramAssociation, section);
        foreach (var (pid, section) in _maps)
            _writer.WriteSection(pid, section);
        _tablesAt ??= long.MinValue / 2;
    }

    private (TsStreamInfo Stream, MuxClock Clock) Find(int pid, Func<TsStreamInfo, bool> isKind, string kind) =>
        _streams.TryGetValue(pid, out var found) && isKind(found.Stream) ? found : throw new ArgumentException($"PID {pid} is not declared as {kind}.", nameof(pid));

    private static void CheckPid(int pid)
    {
        if (pid is < 16 or >= TsPid.Null)
            throw new ArgumentException($"PID {pid} is not between 16 and 8190.");
    }
}
