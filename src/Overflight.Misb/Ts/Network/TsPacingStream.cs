namespace Overflight.Misb.Ts;

/// <summary>
/// Passes on a transport stream in real time: packets wait until the clock of the stream (PCR) says that they are due. A clock that jumps
/// back, or forward by more than ten seconds, begins anew. Packets of 188 bytes must be written whole, as a <see cref="TsMuxer"/> or
/// <see cref="TsRemuxer"/> writes them.
/// </summary>
public sealed class TsPacingStream : PacketStream
{
    private const long TicksPerSecond = 27_000_000;
    private const long Wrap = (1L << 33) * 300;
    private const long MostStep = 10 * TicksPerSecond;

    private readonly Stream _inner;
    private readonly CancellationToken _stop;
    private readonly TimeProvider _time;
    private int _clockPid = -1;
    private long _lastTicks;
    private long _due;
    private long _began;

    /// <summary>Makes a pacer.</summary>
    /// <param name="inner">Where the packets go; it is flushed before each wait, and closed with this stream.</param>
    /// <param name="stop">Ends a wait, and the writing with it.</param>
    /// <param name="time">The clock to keep pace with; that of the system if null.</param>
    public TsPacingStream(Stream inner, CancellationToken stop, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(inner);
        (_inner, _stop, _time) = (inner, stop, time ?? TimeProvider.System);
    }

    /// <summary>Passes packets on when they are due.</summary>
    /// <exception cref="OperationCanceledException">The writing was stopped.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        for (; buffer.Length >= PacketView.Bytes; buffer = buffer[PacketView.Bytes..])
        {
            var packet = buffer[..PacketView.Bytes];
            if (PacketView.Read(packet, 0, out var view) is null && view.ClockTicks >= 0)
                Keep((packet[1] & 31) << 8 | packet[2], view.ClockTicks);
            _inner.Write(packet);
        }
        _inner.Write(buffer);
    }

    /// <inheritdoc/>
    public override void Flush() => _inner.Flush();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inner.Dispose();
        base.Dispose(disposing);
    }

    private void Keep(int pid, long ticks)
    {
        _stop.ThrowIfCancellationRequested();
        if (_clockPid < 0)
            (_clockPid, _lastTicks, _began) = (pid, ticks, _time.GetTimestamp());
        // Clocks of other programmes run on their own.
        if (pid != _clockPid)
            return;
        var step = (ticks - _lastTicks + Wrap) % Wrap;
        _lastTicks = ticks;
        if (step > MostStep)
            return;
        _due += step;
        var wait = TimeSpan.FromSeconds((double)_due / TicksPerSecond) - _time.GetElapsedTime(_began);
        if (wait < TimeSpan.FromMilliseconds(1))
            return;
        _inner.Flush();
        using var timer = new ManualResetEventSlim();
        using var alarm = _time.CreateTimer(_ => timer.Set(), null, wait, Timeout.InfiniteTimeSpan);
        timer.Wait(_stop);
    }
}
