namespace Overflight.Misb.Ts;

/// <summary>Takes KLV out of the PES packets of a stream, by what it is declared as and by what it is.</summary>
internal sealed class KlvConsumer : IPesConsumer
{
    private readonly TsStreamInfo _stream;
    private readonly TsSink _sink;
    private readonly FaultReporter _faults;
    private readonly AuCellReader _cells;

    public KlvConsumer(TsStreamInfo stream, TsSink sink, FaultReporter faults, TsOptions options, BufferBudget budget)
    {
        (_stream, _sink, _faults) = (stream, sink, faults);
        _cells = new AuCellReader(sink, faults, options, budget, stream.Carriage);
    }

    // The designator that every SMPTE universal label begins with (SMPTE ST 298).
    private static ReadOnlySpan<byte> LabelStart => [0x06, 0x0E, 0x2B, 0x34];

    public void Take(in PesUnit unit)
    {
        if (unit.Payload.IsEmpty)
            return;
        var isLabel = unit.Payload.StartsWith(LabelStart);
        switch (_stream.Carriage)
        {
            case KlvCarriage.Synchronous when isLabel:
                _faults.Report(TsFaultKind.AuCellMissing, unit.Context.Offset, _stream.Pid, "synchronous metadata begins with a key, not with the header of a cell");
                HandOn(unit, KlvCarriage.Synchronous);
                break;
            case KlvCarriage.Synchronous:
                _cells.Take(unit);
                break;
            case KlvCarriage.Asynchronous when !isLabel && IsCell(unit.Payload):
                _faults.Report(TsFaultKind.AuCellUnexpected, unit.Context.Offset, _stream.Pid, "metadata declared asynchronous is in cells");
                _cells.Take(unit);
                break;
            case KlvCarriage.Asynchronous:
                HandOn(unit, KlvCarriage.Asynchronous);
                break;
            default:
                if (isLabel)
                    HandOn(unit, KlvCarriage.Undeclared);
                break;
        }
    }

    public void Complete() => _cells.Complete();

    private void HandOn(in PesUnit unit, KlvCarriage carriage) =>
        _sink.OnKlv(new KlvAccessUnit(unit.Context, carriage, unit.Payload, unit.Map, unit.Start) { IntactBytes = unit.IntactBytes, IsCutShort = unit.IsCutShort });

    private static bool IsCell(ReadOnlySpan<byte> payload) =>
        payload.Length > AuCell.HeaderBytes && payload[AuCell.HeaderBytes..].StartsWith(LabelStart) && AuCell.Read(payload).Length <= payload.Length - AuCell.HeaderBytes;
}
