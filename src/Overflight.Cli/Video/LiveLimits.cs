namespace Overflight.Cli.Video;

/// <summary>When to stop listening: after a time, after so many packets, or when the user says so.</summary>
internal sealed class LiveLimits : IDisposable
{
    private readonly CancellationTokenSource _stop;
    private readonly long? _packets;
    private long _count;

    public LiveLimits(TimeSpan? time, long? packets, CancellationToken cancellation)
    {
        _stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        _packets = packets;
        if (time is { } given)
            _stop.CancelAfter(given);
    }

    public CancellationToken Stop => _stop.Token;

    /// <summary>Counts packets; false where there were enough before.</summary>
    public bool Count(long packets = 1)
    {
        if (_count >= _packets)
            return false;
        _count += packets;
        if (_count >= _packets)
            _stop.Cancel();
        return true;
    }

    public void Dispose() => _stop.Dispose();
}
