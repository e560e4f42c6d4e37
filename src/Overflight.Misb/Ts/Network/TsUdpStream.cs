using System.Net;
using System.Net.Sockets;

namespace Overflight.Misb.Ts;

/// <summary>
/// Sends what is written to it over UDP, seven transport stream packets (1,316 bytes) a datagram, as MISB and common practice have it. It is
/// what a <see cref="TsMuxer"/> or <see cref="TsRemuxer"/> writes to. It sends at once: the pace is that of the writer.
/// </summary>
public sealed class TsUdpStream : Stream
{
    private readonly Socket _socket;
    private readonly byte[] _datagram = new byte[7 * PacketView.Bytes];
    private int _count;

    /// <summary>Makes a sender.</summary>
    /// <param name="endPoint">The address or multicast group, and the port.</param>
    /// <param name="networkInterface">The address of the interface by which to send to an IPv4 group; the system chooses if null.</param>
    /// <param name="hops">How many routers a datagram to a group may pass (TTL), 0 to 255. Default 1: the local network.</param>
    /// <exception cref="SocketException">The socket cannot be made.</exception>
    public TsUdpStream(IPEndPoint endPoint, IPAddress? networkInterface = null, int hops = 1)
    {
        ArgumentNullException.ThrowIfNull(endPoint);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)hops, 255u, nameof(hops));
        _socket = new Socket(endPoint.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            if (IsGroup(endPoint.Address) && endPoint.AddressFamily == AddressFamily.InterNetwork)
            {
                _socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastTimeToLive, hops);
                if (networkInterface is not null)
                    _socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastInterface, networkInterface.GetAddressBytes());
            }
            else if (IsGroup(endPoint.Address))
                _socket.SetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.MulticastTimeToLive, hops);
            _socket.Connect(endPoint);
        }
        catch
        {
            _socket.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var count = Math.Min(buffer.Length, _datagram.Length - _count);
            buffer[..count].CopyTo(_datagram.AsSpan(_count));
            buffer = buffer[count..];
            _count += count;
            if (_count == _datagram.Length)
                Flush();
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <summary>Sends what does not fill a datagram.</summary>
    public override void Flush()
    {
        if (_count == 0)
            return;
        var count = _count;
        _count = 0;
        try
        {
            _socket.Send(_datagram.AsSpan(0, count));
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused)
        {
            // Nobody listens yet; a sender of datagrams goes on.
        }
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    internal static bool IsGroup(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? address.IsIPv6Multicast : address.GetAddressBytes()[0] is >= 224 and <= 239;

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            try
            {
                Flush();
            }
            catch (ObjectDisposedException)
            {
                // It was closed before.
            }
            _socket.Dispose();
        }
        base.Dispose(disposing);
    }
}
