using System.Threading.Channels;
using Overflight.Mavlink.Framing;
using Overflight.Mavlink.Messages;
using Overflight.Mavlink.Signing;

namespace Overflight.Mavlink.Links;

/// <summary>A link: frames are sent and received over a transport, signed and checked as its options say.</summary>
/// <remarks>Subscribers are called one after another, in the order in which frames come; they must not block. Sending is safe for several threads.</remarks>
public sealed class MavlinkLink : IAsyncDisposable
{
    private readonly ITransport _transport;
    private readonly MavlinkLinkOptions _options;
    private readonly FrameParser _parser;
    private readonly FrameSigner? _signer;
    private readonly SignatureChecker? _checker;
    private readonly Channel<byte[]> _queue;
    private readonly CancellationTokenSource _closing = new();
    private readonly Lock _sending = new();
    private readonly Dictionary<int, byte> _sequences = [];
    private readonly Task _work;
    private Action<MavlinkFrame>[] _subscribers = [];
    private bool _heardFrame;
    private bool _isClosed;
    private long _sendDropped;
    private long _subscriberFaults;

    private MavlinkLink(ITransport transport, MavlinkLinkOptions options)
    {
        _transport = transport;
        _options = options;
        _parser = new(Take, options.AcceptVersion1);
        if (options.Signing is { IsRequired: true, Key: { } key, Clock: { } clock })
        {
            _signer = new(key, clock, options.Signing.LinkId);
            _checker = new(key, clock);
        }
        _queue = Channel.CreateBounded<byte[]>(
            new BoundedChannelOptions(options.SendQueue) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true },
            _ => Interlocked.Increment(ref _sendDropped));
        _work = Task.WhenAll(Task.Run(ReceiveAsync), Task.Run(SendQueuedAsync));
    }

    /// <summary>What was found in the bytes received.</summary>
    public FrameCounts Frames => _parser.Counts;

    /// <summary>What was let through and refused where signing is required.</summary>
    public SignatureCounts Signatures { get; } = new();

    /// <summary>Losses of what was let through.</summary>
    public SequenceWatch Losses { get; } = new();

    /// <summary>Frames dropped because too many waited to be sent.</summary>
    public long SendDropped => Interlocked.Read(ref _sendDropped);

    /// <summary>Times that a subscriber threw; the link goes on.</summary>
    public long SubscriberFaults => Interlocked.Read(ref _subscriberFaults);

    /// <summary>The last exception of a subscriber.</summary>
    public Exception? LastSubscriberFault { get; private set; }

    /// <summary>Tells the time on this link.</summary>
    public TimeProvider Time => _options.Time;

    /// <summary>Ends when the link is closed, or its transport breaks.</summary>
    public Task Completion => _work;

    /// <summary>Opens a link. The transport is the link's from now on.</summary>
    /// <exception cref="MavlinkException">Signing is required and there is no key.</exception>
    public static MavlinkLink Open(ITransport transport, MavlinkLinkOptions options)
    {
        ArgumentNullException.ThrowIfNull(transport);
        ArgumentNullException.ThrowIfNull(options);
        if (options.Signing is { IsRequired: true, Key: null })
            throw new MavlinkException("this link requires signed frames and has no signing key: give it the key, or choose an unsigned link by name");
        return new(transport, options);
    }

    /// <summary>Queues a message. Each component counts its own frames.</summary>
    /// <exception cref="ArgumentException">An array of the message is longer than its field.</exception>
    public void Send<T>(in T message, byte systemId, byte componentId) where T : struct, IMavlinkMessage<T>
    {
        Span<byte> frame = stackalloc byte[FrameWriter.LongestFrame];
        // Under one lock, so that timestamps and numbers rise in the order of sending.
        lock (_sending)
        {
            var sender = systemId << 8 | componentId;
            var sequence = _sequences.GetValueOrDefault(sender);
            var length = FrameWriter.Write(message, sequence, systemId, componentId, _signer, frame);
            _sequences[sender] = (byte)(sequence + 1);
            _queue.Writer.TryWrite(frame[..length].ToArray());
        }
    }

    /// <summary>Has every frame that is let through handed to a subscriber, until what is returned is disposed.</summary>
    public IDisposable Subscribe(Action<MavlinkFrame> subscriber)
    {
        lock (_queue)
            _subscribers = [.. _subscribers, subscriber];
        return new Subscription(this, subscriber);
    }

    /// <summary>Closes the link and its transport.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _isClosed, true))
            return;
        await _closing.CancelAsync().ConfigureAwait(false);
        _queue.Writer.TryComplete();
        await _transport.DisposeAsync().ConfigureAwait(false);
        await _work.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _closing.Dispose();
    }

    private void Take(FrameView frame)
    {
        if (_checker is not null && !Signatures.Admit(_checker.Check(frame), _options.Signing.AcceptUnsigned.Contains(frame.Info.Id)))
            return;
        _heardFrame = true;
        Losses.Saw(frame.SystemId, frame.ComponentId, frame.Sequence);
        var taken = new MavlinkFrame(frame, _checker is not null && frame.IsSigned);
        foreach (var subscriber in Volatile.Read(ref _subscribers))
        {
            try
            {
                subscriber(taken);
            }
#pragma warning disable CA1031 // Whatever a frame brings about in one subscriber, the link and the others go on.
            catch (Exception error)
            {
                LastSubscriberFault = error;
                Interlocked.Increment(ref _subscriberFaults);
            }
#pragma warning restore CA1031
        }
    }

    private async Task ReceiveAsync()
    {
        var bytes = new byte[65_536];
        try
        {
            while (await _transport.ReceiveAsync(bytes, _closing.Token).ConfigureAwait(false) is var length && (length > 0 || !_transport.IsStream))
            {
                _heardFrame = false;
                if (_transport.IsStream)
                    _parser.Push(bytes.AsSpan(0, length));
                else
                    _parser.PushDatagram(bytes.AsSpan(0, length));
                if (_heardFrame)
                    _transport.Confirm();
            }
        }
        catch (Exception error) when (_closing.IsCancellationRequested && error is (OperationCanceledException or ObjectDisposedException or IOException))
        {
        }
        finally
        {
            _queue.Writer.TryComplete();
        }
    }

    private async Task SendQueuedAsync()
    {
        try
        {
            await foreach (var frame in _queue.Reader.ReadAllAsync(_closing.Token).ConfigureAwait(false))
                await _transport.SendAsync(frame, _closing.Token).ConfigureAwait(false);
        }
        catch (Exception error) when (_closing.IsCancellationRequested && error is (OperationCanceledException or ObjectDisposedException or IOException))
        {
        }
    }

    private sealed class Subscription(MavlinkLink link, Action<MavlinkFrame> subscriber) : IDisposable
    {
        public void Dispose()
        {
            lock (link._queue)
                link._subscribers = [.. link._subscribers.Where(s => s != subscriber)];
        }
    }
}
