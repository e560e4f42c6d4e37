using System.Buffers;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace Overflight.Feeds.Live;

/// <summary>
/// Datagrams one after another as a stream. A thread of its own takes them from the socket into a queue with a bound, so
/// that a reader that falls behind loses the oldest of them and knows how many.
/// </summary>
internal sealed class DatagramStream : ForwardStream
{
    private const int Largest = 65_535;
    private readonly Socket _socket;
    private readonly Channel<byte[]> _waiting;
    private readonly CancellationTokenRegistration _stop;
    private readonly CancellationToken _stopped;
    private byte[] _current = [];
    private int _given;

    public DatagramStream(FeedAddress address, FeedOptions options, FeedStatus status, CancellationToken stop)
    {
        var local = address.Host.Length == 0 ? IPAddress.Any : IPAddress.Parse(address.Host);
        _socket = new Socket(local.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            Bind(_socket, local, address.Port);
        }
        catch
        {
            _socket.Dispose();
            throw;
        }
        _waiting = Channel.CreateBounded<byte[]>(
            new BoundedChannelOptions(options.MostWaitingDatagrams) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true, SingleWriter = true },
            _ => status.AddDropped(1));
        _stopped = stop;
        _stop = stop.Register(_socket.Dispose);
        new Thread(Receive) { IsBackground = true, Name = "datagrams " + address.Text }.Start();
    }

    public override int Read(Span<byte> buffer)
    {
        while (_given == _current.Length)
        {
            if (!_waiting.Reader.TryRead(out var next))
            {
                try
                {
                    if (!_waiting.Reader.WaitToReadAsync(_stopped).AsTask().GetAwaiter().GetResult())
                        return 0;
                }
                catch (OperationCanceledException)
                {
                    return 0;
                }
                continue;
            }
            (_current, _given) = (next, 0);
        }
        var count = Math.Min(buffer.Length, _current.Length - _given);
        _current.AsSpan(_given, count).CopyTo(buffer);
        _given += count;
        return count;
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

    private static void Bind(Socket socket, IPAddress local, int port)
    {
        var isGroup = local.AddressFamily == AddressFamily.InterNetwork ? local.GetAddressBytes()[0] is >= 224 and <= 239 : local.IsIPv6Multicast;
        if (!isGroup)
        {
            socket.Bind(new IPEndPoint(local, port));
            return;
        }
        // Several programs of one machine may listen to one group.
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        if (local.AddressFamily == AddressFamily.InterNetwork)
        {
            socket.Bind(new IPEndPoint(IPAddress.Any, port));
            socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.AddMembership, new MulticastOption(local));
        }
        else
        {
            socket.Bind(new IPEndPoint(IPAddress.IPv6Any, port));
            socket.SetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.AddMembership, new IPv6MulticastOption(local));
        }
    }

    private void Receive()
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Largest);
        try
        {
            while (true)
            {
                var count = _socket.Receive(buffer);
                if (count > 0)
                    _waiting.Writer.TryWrite(buffer.AsSpan(0, count).ToArray());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            _waiting.Writer.TryComplete();
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
