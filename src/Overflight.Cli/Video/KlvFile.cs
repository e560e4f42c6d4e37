using Overflight.Cli.Running;
using Overflight.Misb.Klv;
using Overflight.Misb.Ts;

namespace Overflight.Cli.Video;

/// <summary>Reads the KLV of a transport stream or of a bare KLV file, whichever it is.</summary>
internal sealed class KlvFile(IKlvOutput output) : TsSink
{
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

    /// <summary>Reads a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="name">What the user calls it; the path if null.</param>
    public void Read(string path, string? name = null)
    {
        if (VideoInput.Read(path, name ?? path, this, ReadBare) is { } statistics)
            (IsTransportStream, FrameBytes) = (true, statistics.FrameBytes);
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

    private void ReadBare(ReadOnlyMemory<byte> bytes)
    {
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
