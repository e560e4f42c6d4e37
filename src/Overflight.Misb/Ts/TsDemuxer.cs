namespace Overflight.Misb.Ts;

/// <summary>
/// Reads an MPEG transport stream (ISO/IEC 13818-1) with video and KLV metadata (MISB ST 1402). Bytes are pushed in pieces of any
/// size; what they hold goes to a <see cref="TsSink"/>. Nothing in the bytes makes it throw: what is wrong is told as
/// <see cref="TsFault"/> and the rest is read. Packets may be 188, 192 or 204 bytes apart. Not safe for use by several threads at once.
/// </summary>
/// <example><code>
/// var demuxer = new TsDemuxer(sink);
/// demuxer.Read(stream);
/// </code></example>
public sealed class TsDemuxer
{
    private const int ReadBytes = 1 << 18;

    // A count of 27 MHz before each packet in files of digital video recorders.
    private const int ArrivalBytes = 4;

    private readonly TsSink _sink;
    private readonly FaultReporter _faults;
    private readonly PidTable _pids;
    private readonly ProgramDirectory _programs;

    // Holds what of one piece must wait for the next.
    private readonly byte[] _waiting = new byte[2 * PacketFramer.Window];
    private int _waitingBytes;

    // Where the next byte to parse lies in the stream.
    private long _position;
    private int _frame;
    private bool _isLocked;

    // Whether the place of the next packet was tried after the last one was lost.
    private bool _isGridTried = true;
    private bool _isCompleted;

    // Whether the bytes passed over now are told already.
    private bool _isLossTold;

    /// <summary>Makes a reader at the start of a stream.</summary>
    /// <param name="sink">Takes what is found.</param>
    /// <param name="options">The bounds of memory; the default ones if null.</param>
    public TsDemuxer(TsSink sink, TsOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(sink);
        options ??= new TsOptions();
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MostUnitBytes, PesHeader.FixedBytes + ushort.MaxValue, nameof(options));
        _sink = sink;
        _faults = new FaultReporter(sink, Statistics);
        _pids = new PidTable(sink, options, _faults, Statistics);
        _programs = new ProgramDirectory(sink, options, _faults, _pids);
    }

    /// <summary>Counts of what was read so far.</summary>
    public TsStatistics Statistics { get; } = new();

    internal int TransportStreamId => _programs.TransportStreamId;

    /// <summary>Reads a stream from where it stands to its end.</summary>
    /// <exception cref="IOException">The stream cannot be read; what was read before was handed on.</exception>
    public void Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var buffer = new byte[ReadBytes];
        while (stream.Read(buffer) is > 0 and var count)
            Write(buffer.AsSpan(0, count));
        Complete();
    }

    /// <summary>Reads the next bytes of the stream.</summary>
    /// <exception cref="InvalidOperationException">The stream was completed.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (_isCompleted)
            throw new InvalidOperationException("The stream was completed.");
        Statistics.Bytes += bytes.Length;
        while (_waitingBytes > 0 && !bytes.IsEmpty)
        {
            var count = Math.Min(bytes.Length, _waiting.Length - _waitingBytes);
            bytes[..count].CopyTo(_waiting.AsSpan(_waitingBytes));
            var parsed = Parse(_waiting.AsSpan(0, _waitingBytes + count), isEnd: false);
            if (parsed >= _waitingBytes)
            {
                // From here on the new bytes can be read where they lie.
                bytes = bytes[(parsed - _waitingBytes)..];
                _waitingBytes = 0;
                break;
            }
            _waitingBytes += count;
            bytes = bytes[count..];
            Keep(_waiting.AsSpan(parsed, _waitingBytes - parsed));
        }
        if (!bytes.IsEmpty)
            Keep(bytes[Parse(bytes, isEnd: false)..]);
    }

    /// <summary>The stream has ended: hands on what is still being gathered. Does nothing a second time.</summary>
    public void Complete()
    {
        if (_isCompleted)
            return;
        _isCompleted = true;
        var rest = _waiting.AsSpan(0, _waitingBytes);
        rest = rest[Parse(rest, isEnd: true)..];
        if (Statistics.FrameBytes == 0 && Statistics.Bytes > 0)
        {
            TellLoss(0);
            Statistics.SkippedBytes = Statistics.Bytes;
        }
        else if (!rest.IsEmpty)
        {
            Statistics.SkippedBytes += rest.Length;
            if (_isLocked && rest[0] == PacketView.Sync)
                _faults.Report(TsFaultKind.PacketTruncated, _position, null, "the stream ends inside a packet");
            else
                TellLoss(_position);
        }
        _pids.Complete();
    }

    internal void Report(TsFaultKind kind, string reason) => _faults.Report(kind, Statistics.Bytes, null, reason);

    private void Keep(ReadOnlySpan<byte> rest)
    {
        rest.CopyTo(_waiting);
        _waitingBytes = rest.Length;
    }

    /// <summary>Reads the packets in these bytes; always some bytes, if there are more than a window.</summary>
    /// <returns>The bytes that were read or passed over; the others must come again with more behind them.</returns>
    private int Parse(ReadOnlySpan<byte> bytes, bool isEnd)
    {
        var at = 0;
        while (true)
        {
            if (!_isLocked)
            {
                if (!_isGridTried)
                {
                    if (bytes.Length - at < _frame + PacketFramer.Window && !isEnd)
                        return at;
                    TryGrid(bytes, ref at);
                    continue;
                }
                var found = PacketFramer.Find(bytes[at..], isEnd, ref _frame);
                var passed = found < 0 ? ~found : found;
                PassOver(passed, found >= 0);
                at += passed;
                if (found < 0)
                    return at;
                Statistics.FrameBytes = _frame;
                _isLocked = true;
            }
            while (bytes.Length - at >= (isEnd ? PacketView.Bytes : _frame))
            {
                var packet = bytes.Slice(at, PacketView.Bytes);
                if (packet[0] != PacketView.Sync)
                {
                    (_isLocked, _isGridTried) = (false, false);
                    break;
                }
                Take(packet);
                var step = Math.Min(_frame, bytes.Length - at);
                at += step;
                _position += step;
            }
            if (_isLocked)
                return at;
        }
    }

    /// <summary>A damaged sync byte in an undamaged grid costs its packet only.</summary>
    private void TryGrid(ReadOnlySpan<byte> bytes, ref int at)
    {
        _isGridTried = true;
        if (bytes.Length - at <= _frame || !PacketFramer.IsPlace(bytes[(at + _frame)..], _frame))
            return;
        PassOver(_frame, isFound: true);
        at += _frame;
        _isLocked = true;
    }

    private void PassOver(int count, bool isFound)
    {
        var isFirst = Statistics.FrameBytes == 0;
        var passed = isFirst ? _position + count : count;
        // The arrival time before the first packet is no loss.
        if (isFirst ? passed > ArrivalBytes || isFound && passed > 0 && _frame != PacketView.Bytes + ArrivalBytes : passed > 0)
            TellLoss(isFirst ? 0 : _position);
        if (_isLossTold)
            Statistics.SkippedBytes = isFirst ? passed : Statistics.SkippedBytes + passed;
        _position += count;
        if (isFound)
            _isLossTold = false;
    }

    private void TellLoss(long offset)
    {
        if (!_isLossTold)
            _faults.Report(TsFaultKind.SyncLoss, offset, null, "no packet begins here");
        _isLossTold = true;
    }

    private void Take(ReadOnlySpan<byte> packet)
    {
        Statistics.Packets++;
        var pid = (packet[1] & 31) << 8 | packet[2];
        if ((packet[1] & 0x80) != 0)
        {
            _faults.Report(TsFaultKind.TransportError, _position, pid, "transport_error_indicator is 1");
            return;
        }
        Statistics.CountPacket(pid);
        _sink.OnPacket(packet, pid, _position);
        if (pid == TsPid.Null)
            return;
        var wrong = PacketView.Read(packet, _position, out var view);
        if (wrong is not null)
            _faults.Report(TsFaultKind.AdaptationField, _position, pid, wrong);
        if (view.ClockTicks >= 0 && wrong is null && _pids.Clock(pid) is { } clock)
        {
            clock.Take(view.ClockTicks, view.IsDiscontinuity, _position);
            _sink.OnClock(new TsClock(pid, view.ClockTicks, _position, view.IsDiscontinuity));
        }
        _pids[pid]?.Accept(view);
    }
}
