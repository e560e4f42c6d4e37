namespace Overflight.Feeds.Live;

/// <summary>How long to wait before the next try.</summary>
internal sealed class BackOff(FeedOptions options)
{
    private TimeSpan _next = options.FirstWait;

    /// <summary>Bytes came: the next failure is a first one again.</summary>
    public void Reset() => _next = options.FirstWait;

    /// <summary>Waits, each time twice as long.</summary>
    /// <exception cref="OperationCanceledException">The feed was stopped meanwhile.</exception>
    public void Wait(CancellationToken stop)
    {
        var wait = _next;
        _next = wait * 2 < options.LongestWait ? wait * 2 : options.LongestWait;
        Task.Delay(wait, options.Clock, stop).GetAwaiter().GetResult();
    }
}
