using System.Net.Sockets;

namespace Overflight.Feeds.Live;

/// <summary>A TCP connection that is closed when the feed is stopped, and fails when nothing comes for too long.</summary>
internal sealed class TcpFeedStream : ForwardStream
{
    private readonly Socket _socket;
    private readonly CancellationTokenRegistration _stop;

    private TcpFeedStream(Socket socket, CancellationToken stop)
    {
        _socket = socket;
        _stop = stop.Register(socket.Dispose);
    }

    /// <exception cref="SocketException">No connection could be made.</exception>
    /// <exception cref="TimeoutException">None was made in time.</exception>
    public static TcpFeedStream Connect(FeedAddress address, FeedOptions options, CancellationToken stop)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10), options.Clock);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, stop);
            try
            {
                socket.ConnectAsync(address.Host, address.Port, either.Token).AsTask().GetAwaiter().GetResult();
            }
            catch (OperationCanceledException) when (!stop.IsCancellationRequested)
            {
                throw new TimeoutException($"{address.Text}: no connection within 10 s");
            }
            socket.ReceiveTimeout = (int)options.SilenceMeansDead.TotalMilliseconds;
            return new TcpFeedStream(socket, stop);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return _socket.Receive(buffer);
        }
        catch (ObjectDisposedException)
        {
            return 0;
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.TimedOut or SocketError.WouldBlock)
        {
            throw new IOException("nothing came for too long; the connection is made anew", e);
        }
        catch (SocketException e)
        {
            throw new IOException(e.Message, e);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _stop.Dispose();
            _socket.Dispose();
        }
        base.Dispose(disposing);
    }
}
