namespace Overflight.Misb.Ts;

/// <summary>Counts a fault and tells the sink.</summary>
internal sealed class FaultReporter(TsSink sink, TsStatistics statistics)
{
    public void Report(TsFaultKind kind, long offset, int? pid, string reason)
    {
        statistics.Count(kind);
        sink.OnFault(new TsFault(kind, offset, pid, reason));
    }
}
