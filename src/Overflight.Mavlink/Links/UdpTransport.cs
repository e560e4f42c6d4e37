using System.Net;
using System.Net.Sockets;

namespace Overflight.Mavlink.Links;

/// <summary>MAVLink over UDP: either to one peer, or waiting for peers, each of whom is then sent everything.</summary>
/// <remarks>A peer that was waited for is answered once a frame of its was let through: where signing is required, a stranger gets nothing.</remarks>
public sealed class UdpTransport : ITransport
{
    /// <summary>Peers answered at most; a further one takes the place of the one silent longest.</summary>
    public const int MostPeers = 8;

    private readonly Socket _socket;
    private readonly IPEndPoint? _remote;
    private readonly Lock _lock = new();
    private readonly List<IPEndPoint> _peers = [];
    private IPEndPoint? _lastSender;

    private UdpTransport(Socket socket, IPEndPoint? remote)
    {
        _socket = socket;
        _remote = remote;
    }

    /// <inheritdoc/>
    public bool IsStream => false;

    /// <summary>Where this end listens.</summary>
    public IPEndPoint LocalEndPoint => (IPEndPoint)_socket.LocalEndPoint!;

    /// <summary>Waits for peers; port 0 takes any.</summary>
    /// <exception cref="SocketException">The port is taken.</exception>
    public static UdpTransport Listen(IPEndPoint local)
    {
        ArgumentNullException.ThrowIfNull(local);
        var socket = new Socket(local.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            socket.Bind(local);
            return new(socket, null);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Speaks with one peer, and hears nobody else.</summary>
    public static UdpTransport Connect(IPEndPoint remote)
    {
        ArgumentNullException.ThrowIfNull(remote);
        var socket = new Socket(remote.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        socket.Connect(remote);
        return new(socket, remote);
    }

    /// <inheritdoc/>
    public async ValueTask SendAsync(ReadOnlyMemory<byte> frame, CancellationToken cancellation)
    {
        if (_remote is not null)
        {
            await SendToAsync(frame, null, cancellation).ConfigureAwait(false);
            return;
        }
        IPEndPoint[] peers;
        lock (_lock)
            peers = [.. _peers];
        foreach (var peer in peers)
            await SendToAsync(frame, peer, cancellation).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<int> ReceiveAsync(Memory<byte> bytes, CancellationToken cancellation)
    {
        while (true)
        {
            try
            {
                if (_remote is not null)
                    return await _socket.ReceiveAsync(bytes, cancellation).ConfigureAwait(false);
                var any = new IPEndPoint(_socket.AddressFamily == AddressFamily.InterNetwork ? IPAddress.Any : IPAddress.IPv6Any, 0);
                var result = await _socket.ReceiveFromAsync(bytes, any, cancellation).ConfigureAwait(false);
                _lastSender = (IPEndPoint)result.RemoteEndPoint;
                return result.ReceivedBytes;
            }
            catch (SocketException error) when (IsPassing(error))
            {
                // Nobody listens there yet, or a datagram is longer than any frame.
            }
            catch (SocketException error)
            {
                throw new IOException(error.Message, error);
            }
        }
    }

    /// <inheritdoc/>
    public void Confirm()
    {
        if (_lastSender is not { } peer)
            return;
        lock (_lock)
        {
            _peers.Remove(peer);
            if (_peers.Count == MostPeers)
                _peers.RemoveAt(0);
            _peers.Add(peer);
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _socket.Dispose();
        return ValueTask.CompletedTask;
    }

    private async ValueTask SendToAsync(ReadOnlyMemory<byte> frame, IPEndPoint? peer, CancellationToken cancellation)
    {
        try
        {
            if (peer is null)
                await _socket.SendAsync(frame, cancellation).ConfigureAwait(false);
            else
                await _socket.SendToAsync(frame, peer, cancellation).ConfigureAwait(false);
        }
        catch (SocketException error) when (IsPassing(error))
        {
            // Lost, as it might be on the air.
        }
        catch (SocketException error)
        {
            throw new IOException(error.Message, error);
        }
    }

    private static bool IsPassing(SocketException error) => error.SocketErrorCode is
        SocketError.ConnectionRefused or SocketError.ConnectionReset or SocketError.MessageSize or SocketError.NoBufferSpaceAvailable
        or SocketError.HostUnreachable or SocketError.NetworkUnreachable or SocketError.NetworkDown or SocketError.HostDown;
}
