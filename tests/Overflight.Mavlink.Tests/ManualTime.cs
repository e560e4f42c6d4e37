namespace Overflight.Mavlink.Tests;

/// <summary>A clock that stands still until a test moves it; timers ring as it passes them.</summary>
internal sealed class ManualTime : TimeProvider
{
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now = new(2026, 12, 1, 12, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow() => _now;

    public override long GetTimestamp() => _now.Ticks;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        lock (_timers)
            _timers.Add(timer);
        return timer;
    }

    public void Move(TimeSpan time)
    {
        var end = _now + time;
        while (true)
        {
            Timer? next;
            lock (_timers)
                next = _timers.Where(t => t.Due <= end).MinBy(t => t.Due);
            if (next is null)
                break;
            _now = next.Due > _now ? next.Due : _now;
            next.Ring();
        }
        _now = end;
    }

    private sealed class Timer(ManualTime time, Action ring) : ITimer
    {
        private TimeSpan _period;

        public DateTimeOffset Due { get; private set; } = DateTimeOffset.MaxValue;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            _period = period;
            Due = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : time._now + dueTime;
            return true;
        }

        public void Ring()
        {
            Due = _period <= TimeSpan.Zero ? DateTimeOffset.MaxValue : time._now + _period;
            ring();
        }

        public void Dispose()
        {
            lock (time._timers)
                time._timers.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
