namespace Overflight.Feeds.Live;

/// <summary>How a feed does; may be read from any thread.</summary>
public sealed class FeedStatus
{
    private long _bytes;
    private long _droppedDatagrams;
    private long _rejected;
    private int _connects;

    /// <summary>Bytes received.</summary>
    public long Bytes => Interlocked.Read(ref _bytes);

    /// <summary>Datagrams dropped because reading fell behind.</summary>
    public long DroppedDatagrams => Interlocked.Read(ref _droppedDatagrams);

    /// <summary>Records that could not be read, over all connections that have ended.</summary>
    public long Rejected => Interlocked.Read(ref _rejected);

    /// <summary>How often a connection was made, or a document fetched for the first time after a failure.</summary>
    public int Connects => Volatile.Read(ref _connects);

    /// <summary>Whether it is connected now.</summary>
    public bool IsUp { get; internal set; }

    /// <summary>What went wrong last, in words; empty where nothing did.</summary>
    public string LastError { get; internal set; } = "";

    internal void AddBytes(long count) => Interlocked.Add(ref _bytes, count);

    internal void AddDropped(long count) => Interlocked.Add(ref _droppedDatagrams, count);

    internal void AddRejected(long count) => Interlocked.Add(ref _rejected, count);

    internal void Connected()
    {
        Interlocked.Increment(ref _connects);
        (IsUp, LastError) = (true, "");
    }

    internal void Failed(string error) => (IsUp, LastError) = (false, error);
}
