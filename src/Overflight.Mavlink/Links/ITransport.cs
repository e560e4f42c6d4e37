namespace Overflight.Mavlink.Links;

/// <summary>Carries bytes to and from the other end of a link.</summary>
public interface ITransport : IAsyncDisposable
{
    /// <summary>Whether frames may be cut anywhere; else each lies whole in its datagram.</summary>
    bool IsStream { get; }

    /// <summary>Sends a frame. What cannot be delivered now is lost, as on the air.</summary>
    /// <exception cref="IOException">The transport is broken for good.</exception>
    ValueTask SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellation);

    /// <summary>Receives bytes: a datagram, or as much of a stream as there is.</summary>
    /// <returns>How many; 0: the other end closed a stream.</returns>
    /// <exception cref="IOException">The transport is broken for good.</exception>
    ValueTask<int> ReceiveAsync(Memory<byte> bytes, CancellationToken cancellation);

    /// <summary>Says that what was received last held a frame that was let through: its sender may be answered.</summary>
    void Confirm();
}
