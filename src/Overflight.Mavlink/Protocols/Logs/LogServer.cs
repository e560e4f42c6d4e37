using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Protocols.Logs;

/// <summary>Lets logs be listed and read (LOG_REQUEST_LIST, LOG_REQUEST_DATA). They cannot be erased from outside.</summary>
public sealed class LogServer : IDisposable
{
    internal const int Chunk = 90;

    /// <summary>Chunks sent to one request; who wants more asks again.</summary>
    private const int MostChunks = 256;

    private readonly MavlinkNode _node;
    private readonly Func<IReadOnlyList<(DateTimeOffset Time, ReadOnlyMemory<byte> Content)>> _logs;
    private readonly IDisposable[] _subscriptions;

    /// <summary>Begins to serve.</summary>
    /// <param name="node">Who serves.</param>
    /// <param name="logs">The logs there are; their ids count from 1 in this order.</param>
    public LogServer(MavlinkNode node, Func<IReadOnlyList<(DateTimeOffset Time, ReadOnlyMemory<byte> Content)>> logs)
    {
        ArgumentNullException.ThrowIfNull(node);
        _node = node;
        _logs = logs;
        _subscriptions = [node.On<LogRequestList>((_, m) => List(m)), node.On<LogRequestData>((_, m) => Send(m))];
    }

    /// <summary>Serves no longer.</summary>
    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
            subscription.Dispose();
    }

    private void List(LogRequestList m)
    {
        var logs = _logs();
        if (logs.Count == 0)
            _node.Send(new LogEntry());
        for (var id = Math.Max(1, (int)m.Start); id <= Math.Min(logs.Count, m.End); id++)
            _node.Send(new LogEntry
            {
                Id = (ushort)id,
                NumLogs = (ushort)logs.Count,
                LastLogNum = (ushort)logs.Count,
                TimeUtc = (uint)Math.Clamp(logs[id - 1].Time.ToUnixTimeSeconds(), 0, uint.MaxValue),
                Size = (uint)logs[id - 1].Content.Length,
            });
    }

    private void Send(LogRequestData m)
    {
        var logs = _logs();
        if (m.Id == 0 || m.Id > logs.Count)
            return;
        var content = logs[m.Id - 1].Content;
        var end = Math.Min((ulong)content.Length, m.Ofs + Math.Min((ulong)m.Count, MostChunks * Chunk));
        var at = (ulong)m.Ofs;
        do
        {
            var length = at < end ? (int)Math.Min(Chunk, end - at) : 0;
            _node.Send(new LogData { Id = m.Id, Ofs = (uint)at, Count = (byte)length, Data = length == 0 ? [] : content.Slice((int)at, length).ToArray() });
            at += (ulong)Chunk;
        }
        while (at < end);
    }
}
