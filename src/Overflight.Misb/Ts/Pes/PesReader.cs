using System.Buffers.Binary;

namespace Overflight.Misb.Ts;

/// <summary>Gathers the PES packets of one PID, of stated length or not, and hands them to its consumer.</summary>
internal sealed class PesReader(TsStreamInfo stream, IPesConsumer consumer, TimeLine timeLine, FaultReporter faults, TsOptions options, BufferBudget budget)
    : PidReader(stream.Pid, faults)
{
    private const int FirstBytes = 4096;
    private readonly OffsetMap _map = new(budget);
    private byte[] _buffer = [];
    private State _state;
    private int _length;

    // The whole packet's length; 0 where it is not stated or not known yet.
    private int _expected;
    private int _intact;
    private int _lastPayload;
    private bool _hasGap;
    private bool _isFull;
    private bool _isRandomAccess;
    private long _offset;

    private enum State
    {
        /// <summary>Waits for the first packet that begins a PES packet.</summary>
        Waiting,
        Gathering,

        /// <summary>The PES packet was whole; what follows before the next one is excess.</summary>
        Whole,
    }

    public override void Complete()
    {
        if (_state == State.Gathering)
            Finish();
        (_state, _lastPayload) = (State.Waiting, 0);
        consumer.Complete();
        _map.Release();
        budget.GiveBack(_buffer.Length);
        _buffer = [];
    }

    protected override bool IsRepeat(ReadOnlySpan<byte> payload) =>
        _lastPayload == 0 || _buffer.AsSpan(_length - _lastPayload, _lastPayload).SequenceEqual(payload);

    protected override void OnLoss()
    {
        if (_state == State.Gathering && !_hasGap)
            (_hasGap, _intact) = (true, _length);
    }

    protected override void Read(in PacketView packet)
    {
        var payload = packet.Payload;
        if (packet.IsUnitStart)
        {
            if (_state == State.Gathering)
                Finish();
            _map.Clear();
            (_state, _length, _expected, _offset, _isRandomAccess) = (State.Gathering, 0, 0, packet.Offset, packet.IsRandomAccess);
            (_hasGap, _isFull, _lastPayload) = (false, false, 0);
        }
        else if (_state != State.Gathering)
        {
            if (_state == State.Whole)
                Faults.Report(TsFaultKind.PesExcess, packet.Offset, Pid, "more bytes follow than PES_packet_length states");
            _state = State.Waiting;
            _lastPayload = 0;
            return;
        }
        var kept = Keep(payload, packet.PayloadOffset);
        if (_expected == 0 && _length >= PesHeader.FixedBytes && !CheckStart())
            return;
        if (_expected > 0 && _length >= _expected)
        {
            if (_length > _expected)
                Faults.Report(TsFaultKind.PesExcess, packet.Offset, Pid, "the packet holds more bytes than PES_packet_length states");
            Finish();
            _state = State.Whole;
        }
        _lastPayload = kept;
    }

    /// <summary>Reads the length; a packet that does not begin with a start code is given up.</summary>
    private bool CheckStart()
    {
        if (_buffer[0] != 0 || _buffer[1] != 0 || _buffer[2] != 1)
        {
            Faults.Report(TsFaultKind.PesMalformed, _offset, Pid, "the PES packet does not begin with 00 00 01");
            (_state, _lastPayload) = (State.Waiting, 0);
            return false;
        }
        var stated = BinaryPrimitives.ReadUInt16BigEndian(_buffer.AsSpan(4));
        _expected = stated == 0 ? 0 : PesHeader.FixedBytes + stated;
        return true;
    }

    private int Keep(ReadOnlySpan<byte> payload, long offset)
    {
        if (_isFull)
            return 0;
        if (_length + payload.Length > _buffer.Length && !Grow(_length + payload.Length) || !AddPiece(offset))
        {
            // What follows would not join on.
            _isFull = true;
            return 0;
        }
        payload.CopyTo(_buffer.AsSpan(_length));
        _length += payload.Length;
        return payload.Length;
    }

    private bool Grow(int needed)
    {
        if (needed > options.MostUnitBytes)
        {
            Faults.Report(TsFaultKind.PesTooLong, _offset, Pid, "the PES packet is longer than is kept");
            return false;
        }
        var size = Math.Min(options.MostUnitBytes, Math.Max(FirstBytes, (int)System.Numerics.BitOperations.RoundUpToPowerOf2((uint)needed)));
        if (!budget.Take(size - _buffer.Length))
            return OutOfBudget();
        Array.Resize(ref _buffer, size);
        return true;
    }

    private bool AddPiece(long offset) => _map.Add(_length, offset) || OutOfBudget();

    private bool OutOfBudget()
    {
        Faults.Report(TsFaultKind.LimitReached, _offset, Pid, "all PES packets together are longer than is kept");
        return false;
    }

    private void Finish()
    {
        if (_length < PesHeader.FixedBytes)
        {
            Faults.Report(TsFaultKind.PesTruncated, _offset, Pid, "the PES packet ends inside its header");
            return;
        }
        var end = _expected > 0 ? Math.Min(_expected, _length) : _length;
        var isCutShort = _isFull || end < _expected;
        if (end < _expected && !_isFull)
            Faults.Report(TsFaultKind.PesTruncated, _offset, Pid, "the PES packet ends before the length that it states");
        var bytes = _buffer.AsSpan(0, end);
        if (PesHeader.Read(bytes, out var header) is { } wrong)
            Faults.Report(TsFaultKind.PesMalformed, _offset, Pid, wrong);
        if (header.PayloadStart >= end && end < _expected)
            return;
        var context = new PesContext(Pid, stream.StreamType, header, timeLine.Unwrap(header.Pts), _offset, _isRandomAccess);
        var intact = (_hasGap ? Math.Min(_intact, end) : end) - header.PayloadStart;
        consumer.Take(new PesUnit(context, bytes[header.PayloadStart..], _map, header.PayloadStart, Math.Max(0, intact), isCutShort));
    }
}
