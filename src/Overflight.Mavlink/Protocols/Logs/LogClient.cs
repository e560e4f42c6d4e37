using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Protocols.Logs;

/// <summary>Lists and reads the logs of a vehicle.</summary>
/// <param name="node">Who asks.</param>
/// <param name="system">The vehicle's system.</param>
/// <param name="component">The vehicle's component.</param>
/// <param name="patience">How long to wait for each answer, and how often to ask again.</param>
/// <param name="mostBytes">The longest log that is read; a longer one is refused.</param>
public sealed class LogClient(MavlinkNode node, byte system, byte component = 1, Patience? patience = null, int mostBytes = 1 << 28)
{
    private readonly Patience _patience = patience ?? Patience.Standard;

    /// <summary>Lists the logs.</summary>
    /// <exception cref="MavlinkException">Not all were told.</exception>
    public async Task<IReadOnlyList<FlightLog>> ListAsync(CancellationToken cancellation = default)
    {
        using var replies = new Replies<LogEntry>(node.Time).From<LogEntry>(node, system, component, m => m);
        var logs = new SortedDictionary<ushort, FlightLog>();
        for (var attempt = 0; attempt <= _patience.Retries; attempt++)
        {
            node.Send(new LogRequestList { TargetSystem = system, TargetComponent = component, Start = 0, End = ushort.MaxValue });
            while (await replies.NextAsync(_patience.Timeout, cancellation).ConfigureAwait(false) is (true, var m))
            {
                if (m.NumLogs == 0)
                    return [];
                logs[m.Id] = new(m.Id, m.TimeUtc == 0 ? null : DateTimeOffset.FromUnixTimeSeconds(m.TimeUtc), m.Size);
                if (logs.Count == m.NumLogs)
                    return [.. logs.Values];
            }
        }
        throw new MavlinkException($"{system}/{component} told only {logs.Count} of its logs");
    }

    /// <summary>Reads a log; the parts that are lost on the way are asked for again.</summary>
    /// <exception cref="MavlinkException">It is too long, or parts never came.</exception>
    public async Task<byte[]> ReadAsync(FlightLog log, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(log);
        if (log.Size > mostBytes)
            throw new MavlinkException($"the log {log.Id} of {system}/{component} has {log.Size} bytes, more than the {mostBytes} that are read");
        using var replies = new Replies<LogData>(node.Time).From<LogData>(node, system, component, m => m, m => m.Id == log.Id && m.Count > 0);
        var content = new byte[log.Size];
        var came = new bool[(log.Size + LogServer.Chunk - 1) / LogServer.Chunk];
        var missing = came.Length;
        for (var attempt = 0; missing > 0 && attempt <= _patience.Retries; attempt++)
        {
            var first = Array.IndexOf(came, false);
            var last = first;
            while (last < came.Length && !came[last])
                last++;
            node.Send(new LogRequestData { TargetSystem = system, TargetComponent = component, Id = log.Id, Ofs = (uint)(first * LogServer.Chunk), Count = (uint)((last - first) * LogServer.Chunk) });
            while (missing > 0 && await replies.NextAsync(_patience.Timeout, cancellation).ConfigureAwait(false) is (true, var m))
            {
                var index = m.Ofs / LogServer.Chunk;
                if (m.Ofs % LogServer.Chunk != 0 || index >= came.Length || came[index] || m.Count != Math.Min(LogServer.Chunk, log.Size - m.Ofs))
                    continue;
                m.Data.AsSpan(0, m.Count).CopyTo(content.AsSpan((int)m.Ofs));
                came[index] = true;
                missing--;
                attempt = 0;
            }
        }
        if (missing > 0)
            throw new MavlinkException($"{system}/{component} never told {missing} of {came.Length} parts of its log {log.Id}");
        node.Send(new LogRequestEnd { TargetSystem = system, TargetComponent = component });
        return content;
    }
}
