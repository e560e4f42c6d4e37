using System.Threading.Channels;
using Overflight.Mavlink.Links;
using Overflight.Mavlink.Messages;

namespace Overflight.Mavlink.Protocols;

/// <summary>Collects what comes while a question is open, so that no answer is missed between two waits.</summary>
internal sealed class Replies<T> : IDisposable
{
    private readonly Channel<T> _channel = Channel.CreateBounded<T>(
        new BoundedChannelOptions(1024) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly List<IDisposable> _subscriptions = [];
    private readonly TimeProvider _time;

    public Replies(TimeProvider time) => _time = time;

    public void Add(T reply) => _channel.Writer.TryWrite(reply);

    /// <summary>Collects messages that one component sends to this one; component 0: any of the system.</summary>
    public Replies<T> From<TMessage>(MavlinkNode node, byte systemId, byte componentId, Func<TMessage, T> select, Func<TMessage, bool>? when = null) where TMessage : struct, IMavlinkMessage<TMessage>
    {
        _subscriptions.Add(node.On<TMessage>((frame, message) =>
        {
            if (frame.SystemId == systemId && (componentId == 0 || frame.ComponentId == componentId) && (when is null || when(message)))
                Add(select(message));
        }));
        return this;
    }

    /// <summary>The next reply.</summary>
    /// <returns>Whether one came in time.</returns>
    public async Task<(bool Came, T Reply)> NextAsync(TimeSpan patience, CancellationToken cancellation)
    {
        using var timeout = new CancellationTokenSource(patience, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation, timeout.Token);
        try
        {
            return (true, await _channel.Reader.ReadAsync(stop.Token).ConfigureAwait(false));
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return (false, default!);
        }
    }

    public void Dispose()
    {
        foreach (var subscription in _subscriptions)
            subscription.Dispose();
    }
}
