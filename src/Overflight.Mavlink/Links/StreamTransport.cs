using System.Net.Sockets;

namespace Overflight.Mavlink.Links;

/// <summary>MAVLink over a stream of bytes: TCP, or a serial port opened as a file.</summary>
/// <param name="stream">The stream; it is closed with the transport.</param>
public sealed class StreamTransport(Stream stream) : ITransport
{
    /// <inheritdoc/>
    public bool IsStream => true;

    /// <summary>Connects over TCP.</summary>
    /// <exception cref="MavlinkException">Nobody answers there.</exception>
    public static async Task<StreamTransport> ConnectTcpAsync(string host, int port, CancellationToken cancellation = default)
    {
        var client = new TcpClient { NoDelay = true };
        try
        {
            await client.ConnectAsync(host, port, cancellation).ConfigureAwait(false);
            return new(client.GetStream());
        }
        catch (SocketException error)
        {
            client.Dispose();
            throw new MavlinkException($"{host}:{port}: {error.Message}", error);
        }
    }

    /// <inheritdoc/>
    public ValueTask SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellation) => stream.WriteAsync(frame, cancellation);

    /// <inheritdoc/>
    public ValueTask<int> ReceiveAsync(Memory<byte> bytes, CancellationToken cancellation) => stream.ReadAsync(bytes, cancellation);

    /// <inheritdoc/>
    public void Confirm()
    {
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => stream.DisposeAsync();
}
