namespace Overflight.Mavlink.Signing;

/// <summary>The timestamps of signatures: 10 µs since 2015-01-01 UTC, 48 bits, never twice, never back, even over restarts.</summary>
/// <remarks>
/// What is kept is always ahead of what was used: a crash costs a stretch of timestamps, and never lets one be used again.
/// Safe for several threads.
/// </remarks>
public sealed class SigningClock
{
    /// <summary>Timestamps in a second.</summary>
    public const ulong PerSecond = 100_000;

    internal const ulong Greatest = (1ul << 48) - 1;

    /// <summary>How far ahead what is kept runs: 10 s.</summary>
    private const ulong Stretch = 10 * PerSecond;

    private static readonly DateTimeOffset s_epoch = new(2015, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly Lock _lock = new();
    private readonly TimeProvider _time;
    private readonly Action<ulong>? _keep;
    private ulong _last;
    private ulong _kept;

    /// <summary>A clock that goes on where it was.</summary>
    /// <param name="time">Tells the time.</param>
    /// <param name="kept">What was kept last; 0: nothing.</param>
    /// <param name="keep">Keeps a timestamp durably, before any near it is used; it is called about every ten seconds. Null: restarts rely on the clock of the machine.</param>
    public SigningClock(TimeProvider time, ulong kept = 0, Action<ulong>? keep = null)
    {
        _time = time;
        _keep = keep;
        _last = Math.Min(kept, Greatest);
        _kept = _last;
    }

    /// <summary>The greatest timestamp used or believed, or the time of now if that is later.</summary>
    public ulong Now
    {
        get
        {
            lock (_lock)
                return Math.Max(_last, FromTime(_time.GetUtcNow()));
        }
    }

    /// <summary>A timestamp never given before.</summary>
    /// <exception cref="MavlinkException">48 bits are used up.</exception>
    public ulong Next()
    {
        lock (_lock)
        {
            var next = Math.Max(_last + 1, FromTime(_time.GetUtcNow()));
            if (next > Greatest)
                throw new MavlinkException("the timestamps of this signing key are used up: give both ends a new key");
            Move(next);
            return next;
        }
    }

    /// <summary>Takes note of a timestamp whose signature was true, so that this end is not behind the other one.</summary>
    internal void Saw(ulong timestamp)
    {
        lock (_lock)
        {
            if (timestamp > _last)
                Move(timestamp);
        }
    }

    /// <summary>The timestamp of a time; 0 before 2015.</summary>
    public static ulong FromTime(DateTimeOffset time) =>
        time <= s_epoch ? 0 : Math.Min(Greatest, (ulong)(time - s_epoch).Ticks / ((ulong)TimeSpan.TicksPerSecond / PerSecond));

    private void Move(ulong timestamp)
    {
        if (_keep is not null && timestamp >= _kept)
        {
            var ahead = Math.Min(Greatest, timestamp + Stretch);
            _keep(ahead);
            _kept = ahead;
        }
        _last = timestamp;
    }
}
