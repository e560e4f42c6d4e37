namespace Overflight.Mavlink.Vehicles;

/// <summary>Sends messages at their intervals.</summary>
internal sealed class MessageStreams(TimeProvider time)
{
    private readonly Lock _lock = new();
    private readonly SortedDictionary<uint, Stream> _streams = [];

    /// <summary>Adds a message.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="interval">Its interval when nobody asked for another; zero: only when asked for.</param>
    /// <param name="send">Sends it; false: there is nothing to tell.</param>
    public void Add(uint id, TimeSpan interval, Func<bool> send)
    {
        lock (_lock)
            _streams.Add(id, new(send, interval));
    }

    /// <summary>Sends what is due.</summary>
    public void Tick()
    {
        Stream[] due;
        lock (_lock)
        {
            var now = time.GetTimestamp();
            due = [.. _streams.Values.Where(s => s.Interval > TimeSpan.Zero && (s.Last is not { } last || time.GetElapsedTime(last, now) >= s.Interval))];
            foreach (var stream in due)
                stream.Last = now;
        }
        foreach (var stream in due)
            stream.Send();
    }

    /// <summary>Sends a message now.</summary>
    /// <returns>Whether there is such a message, and something to tell.</returns>
    public bool SendNow(uint id)
    {
        Stream? stream;
        lock (_lock)
            _streams.TryGetValue(id, out stream);
        return stream is not null && stream.Send();
    }

    /// <summary>Sets an interval; null: the message's own; zero: never.</summary>
    /// <returns>Whether there is such a message.</returns>
    public bool SetInterval(uint id, TimeSpan? interval)
    {
        lock (_lock)
        {
            if (!_streams.TryGetValue(id, out var stream))
                return false;
            stream.Interval = interval ?? stream.Own;
            return true;
        }
    }

    /// <summary>The interval in microseconds as MESSAGE_INTERVAL tells it: -1: never; 0: there is no such message.</summary>
    public int IntervalOf(uint id)
    {
        lock (_lock)
            return !_streams.TryGetValue(id, out var stream) ? 0 : stream.Interval == TimeSpan.Zero ? -1 : (int)Math.Min(int.MaxValue, stream.Interval.TotalMicroseconds);
    }

    private sealed class Stream(Func<bool> send, TimeSpan own)
    {
        public TimeSpan Own { get; } = own;

        public TimeSpan Interval { get; set; } = own;

        public long? Last { get; set; }

        public bool Send() => send();
    }
}
