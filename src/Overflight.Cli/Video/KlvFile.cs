using Overflight.Cli.Running;
using Overflight.Misb.Klv;
using Overflight.Misb.Ts;

namespace Overflight.Cli.Video;

/// <summary>Reads the KLV of a transport stream or of a bare KLV file, whichever it is.</summary>
internal sealed class KlvFile(IKlvOutput output) : TsSink
{
    private const int LargestBareKlv = 1 << 30;

    private LiveLimits? _limits;
    private long _rtpBytes;

    /// <summary>Faults of the transport stream, by kind.</summary>
    public SortedDictionary<TsFaultKind, long> Faults { get; } = [];

    /// <summary>The programmes as last declared, by number.</summary>
    public SortedDictionary<int, TsProgram> Programs { get; } = [];

    /// <summary>Units by PID.</summary>
    public SortedDictionary<int, long> Units { get; } = [];

    /// <summary>Pictures with an ST 0604 time stamp.</summary>
    public long StampedPictures { get; private set; }

    /// <summary>Whether the file is a transport stream.</summary>
    public bool IsTransportStream { get; private set; }

    /// <summary>Bytes from packet to packet of a transport stream.</summary>
    public int FrameBytes { get; private set; }

    /// <summary>Whether nothing is known to be missing.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>Listens to the network until a limit is reached.</summary>
    public void Listen(string path, LiveLimits limits)
    {
        var address = NetworkAddress.Of(path)!;
        _limits = limits;
        if (address.Scheme == NetworkAddress.KlvInRtp)
        {
            var reader = new KlvRtpReader(OnRtp);
            LiveInput.Listen(path, address, receiver => receiver.Read(reader, limits.Stop));
            if (reader.Packets == 0)
                throw new UserError($"{path}: no KLV in RTP came", ExitCode.InputUnreadable);
            for (var damaged = reader.Damaged + reader.Late; damaged > 0; damaged--)
                Faults[TsFaultKind.Datagram] = Faults.GetValueOrDefault(TsFaultKind.Datagram) + 1;
            return;
        }
        var demuxer = new TsDemuxer(this);
        LiveInput.Listen(path, address, receiver => receiver.Read(demuxer, limits.Stop));
        if (demuxer.Statistics.Packets == 0)
            throw new UserError($"{path}: no transport stream came", ExitCode.InputUnreadable);
        // Who begins to listen finds a stream under way, and who stops leaves it so: that is no loss.
        (IsTransportStream, FrameBytes, IsWhole) = (true, demuxer.Statistics.FrameBytes, true);
    }

    public void Read(string path)
    {
        using var stream = OpenInput(path);
        var head = new byte[4];
        var read = stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false);
        if (read == 0)
            throw new UserError($"{path}: is empty", ExitCode.InputUnreadable);
        if (head.AsSpan(0, read).SequenceEqual(UniversalKey.Prefix))
        {
            ReadBare(path, head, stream);
            return;
        }
        var demuxer = new TsDemuxer(this);
        demuxer.Write(head.AsSpan(0, read));
        demuxer.Read(stream);
        if (demuxer.Statistics.Packets == 0)
            throw new UserError($"{path}: holds neither a transport stream nor a KLV key at its start", ExitCode.InputUnreadable);
        (IsTransportStream, FrameBytes) = (true, demuxer.Statistics.FrameBytes);
    }

    public override void OnProgram(TsProgram program) => Programs[program.Number] = program;

    public override void OnFault(in TsFault fault) => Faults[fault.Kind] = Faults.GetValueOrDefault(fault.Kind) + 1;

    public override void OnVideo(in VideoUnit unit) => StampedPictures += unit.TimeStamps.Length > 0 ? 1 : 0;

    public override void OnKlv(in KlvAccessUnit unit)
    {
        Units[unit.Pid] = Units.GetValueOrDefault(unit.Pid) + 1;
        IsWhole &= unit.IsWhole;
        var reader = new KlvReader(unit.Bytes);
        for (var step = reader.Read(); step != KlvRead.End; step = reader.Read())
            if (step == KlvRead.Found)
            {
                if (_limits?.Count() != false)
                    output.Packet(reader.Packet.Bytes.ToArray(), unit.OffsetOf((int)reader.Packet.Offset), unit.Pts, unit.Pid);
            }
            else
                Damage(reader.Problem, unit.OffsetOf((int)reader.Problem.Offset), unit.Pid);
    }

    /// <summary>A file, or standard input for <c>-</c>.</summary>
    public static Stream OpenInput(string path)
    {
        if (path == "-")
            return Console.OpenStandardInput();
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UserError($"{path}: {error.Message}", ExitCode.InputUnreadable);
        }
    }

    /// <summary>A unit of which packets are missing is dropped, as RFC 6597 has it; it is counted. Offsets count the bytes of units.</summary>
    private void OnRtp(in KlvRtpUnit unit)
    {
        if (unit.IsWhole)
        {
            var reader = new KlvReader(unit.Bytes, _rtpBytes);
            for (var step = reader.Read(); step != KlvRead.End; step = reader.Read())
                if (step == KlvRead.Problem)
                    Damage(reader.Problem, reader.Problem.Offset, null);
                else if (_limits!.Count())
                    output.Packet(reader.Packet.Bytes.ToArray(), reader.Packet.Offset, unit.Timestamp, null);
        }
        _rtpBytes += unit.Bytes.Length;
    }

    private void ReadBare(string path, byte[] head, Stream stream)
    {
        using var memory = new MemoryStream();
        memory.Write(head);
        var buffer = new byte[1 << 16];
        for (int read; (read = stream.Read(buffer)) > 0;)
        {
            memory.Write(buffer, 0, read);
            if (memory.Length > LargestBareKlv)
                throw new UserError($"{path}: is bare KLV of more than {LargestBareKlv >> 20} MB; cut it into parts", ExitCode.InputUnreadable);
        }
        var bytes = memory.GetBuffer().AsMemory(0, (int)memory.Length);
        var reader = new KlvReader(bytes.Span);
        for (var step = reader.Read(); step != KlvRead.End; step = reader.Read())
            if (step == KlvRead.Found)
                output.Packet(bytes.Slice((int)reader.Packet.Offset, reader.Packet.Bytes.Length), reader.Packet.Offset, null, null);
            else
                Damage(reader.Problem, reader.Problem.Offset, null);
    }

    private void Damage(KlvProblem problem, long offset, int? pid)
    {
        IsWhole = false;
        output.Damage(problem, offset, pid);
    }
}
