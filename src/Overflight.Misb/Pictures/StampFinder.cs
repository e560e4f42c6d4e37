using Overflight.Misb.Ts;

namespace Overflight.Misb.Pictures;

/// <summary>Finds the ST 0604 time stamp of an access unit that comes from no transport stream.</summary>
internal sealed class StampFinder(byte streamType)
{
    private readonly VideoTimeReader _reader = new(streamType, 0, new FaultReporter(new Nobody(), new TsStatistics()));
    private readonly OffsetMap _map = new(new BufferBudget(0));

    public MispTimeStamp? Find(ReadOnlySpan<byte> unit)
    {
        var stamps = _reader.Read(new PesUnit(default, unit, _map, 0, unit.Length, isCutShort: false));
        return stamps.IsEmpty ? null : stamps[0];
    }

    private sealed class Nobody : TsSink
    {
    }
}
