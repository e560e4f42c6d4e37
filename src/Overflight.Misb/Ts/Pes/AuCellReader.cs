namespace Overflight.Misb.Ts;

/// <summary>Takes access units out of cells and puts those in fragments together (ISO/IEC 13818-1, 2.12.4).</summary>
internal sealed class AuCellReader(TsSink sink, FaultReporter faults, TsOptions options, BufferBudget budget, KlvCarriage carriage)
{
    private readonly OffsetMap _map = new(budget);
    private byte[] _buffer = [];
    private int _length;
    private int _intact;
    private bool _hasGap;
    private bool _isFull;
    private AuCell? _first;
    private PesContext _context;
    private int _lastSequence = -1;

    public void Take(in PesUnit unit)
    {
        var payload = unit.Payload;
        for (var at = 0; at < payload.Length;)
        {
            // Behind missing packets there is no telling where a cell begins.
            if (at > 0 && at >= unit.IntactBytes && unit.IntactBytes < payload.Length)
                return;
            if (payload.Length - at < AuCell.HeaderBytes)
            {
                if (!unit.IsCutShort)
                    Report(TsFaultKind.AuCellMalformed, unit, "the header of a cell points past the PES packet");
                return;
            }
            var cell = AuCell.Read(payload[at..]);
            at += AuCell.HeaderBytes;
            var there = Math.Min(cell.Length, payload.Length - at);
            var isCutShort = there < cell.Length;
            if (isCutShort && !unit.IsCutShort)
                Report(TsFaultKind.AuCellMalformed, unit, "the length of a cell points past the PES packet");
            CheckSequence(cell, unit);
            Take(cell, unit, at, there, isCutShort);
            at += there;
        }
    }

    /// <summary>No more cells come: hands on what is still without its end.</summary>
    public void Complete()
    {
        GiveUp(_context.Offset, _context.Pid);
        _map.Release();
        budget.GiveBack(_buffer.Length);
        _buffer = [];
    }

    private void Take(AuCell cell, in PesUnit unit, int at, int length, bool isCutShort)
    {
        var bytes = unit.Payload.Slice(at, length);
        var intact = Math.Clamp(unit.IntactBytes - at, 0, length);
        if (cell.IsFirst)
        {
            GiveUp(unit.Context.Offset, unit.Context.Pid);
            if (cell.IsLast)
            {
                HandOn(unit.Context, cell, bytes, unit.Map, unit.Start + at, intact, isCutShort);
                return;
            }
            (_first, _context, _length, _hasGap, _isFull) = (cell, unit.Context, 0, false, false);
            _map.Clear();
        }
        else if (_first is null)
        {
            Report(TsFaultKind.AuCellFragment, unit, "a fragment comes without the beginning of its access unit; it is not read");
            return;
        }
        var before = _length;
        Keep(bytes, unit, at);
        if (!_hasGap && (intact < length || isCutShort))
            (_hasGap, _intact) = (true, Math.Min(_length, before + intact));
        if (cell.IsLast)
            HandOnGathered(isCutShort);
    }

    private void CheckSequence(AuCell cell, in PesUnit unit)
    {
        if (_lastSequence >= 0 && cell.SequenceNumber != (_lastSequence + 1 & 255))
        {
            Report(TsFaultKind.AuCellSequence, unit, "the sequence number of a cell is not the next one");
            if (_first is not null && !_hasGap)
                (_hasGap, _intact) = (true, _length);
        }
        _lastSequence = cell.SequenceNumber;
    }

    private void Keep(ReadOnlySpan<byte> bytes, in PesUnit unit, int at)
    {
        if (_isFull)
            return;
        if (_length + bytes.Length > options.MostUnitBytes)
        {
            _isFull = true;
            Report(TsFaultKind.PesTooLong, unit, "the metadata access unit is longer than is kept");
            return;
        }
        if (!Grow(_length + bytes.Length) || !_map.AddRange(unit.Map, unit.Start + at, bytes.Length, _length))
        {
            _isFull = true;
            Report(TsFaultKind.LimitReached, unit, "all PES packets together are longer than is kept");
            return;
        }
        bytes.CopyTo(_buffer.AsSpan(_length));
        _length += bytes.Length;
    }

    private bool Grow(int needed)
    {
        if (needed <= _buffer.Length)
            return true;
        var size = (int)Math.Min(options.MostUnitBytes, Math.Max(2L * _buffer.Length, needed));
        if (!budget.Take(size - _buffer.Length))
            return false;
        Array.Resize(ref _buffer, size);
        return true;
    }

    private void GiveUp(long offset, int pid)
    {
        if (_first is null)
            return;
        faults.Report(TsFaultKind.AuCellFragment, offset, pid, "the last fragment of an access unit is missing");
        HandOnGathered(isCutShort: true);
    }

    private void HandOnGathered(bool isCutShort)
    {
        HandOn(_context, _first!.Value, _buffer.AsSpan(0, _length), _map, 0, _hasGap ? Math.Min(_intact, _length) : _length, isCutShort || _isFull);
        _first = null;
    }

    private void HandOn(in PesContext context, AuCell first, ReadOnlySpan<byte> bytes, OffsetMap map, int start, int intact, bool isCutShort) =>
        sink.OnKlv(new KlvAccessUnit(context, carriage, bytes, map, start)
        {
            ServiceId = first.ServiceId,
            SequenceNumber = first.SequenceNumber,
            IntactBytes = intact,
            IsCutShort = isCutShort,
        });

    private void Report(TsFaultKind kind, in PesUnit unit, string reason) => faults.Report(kind, unit.Context.Offset, unit.Context.Pid, reason);
}
