using System.Net;
using System.Net.Sockets;

namespace Overflight.Misb.Ts;

/// <summary>
/// Sends what is written to it over UDP, seven transport stream packets (1,316 bytes) a datagram, as MISB and common practice have it, bare or
/// in RTP. It is what a <see cref="TsMuxer"/> or <see cref="TsRemuxer"/> writes to. It sends at once; <see cref="TsPacingStream"/> gives it the pace of the clock.
/// </summary>
public sealed class TsUdpStream : PacketStream
{
    private readonly Socket _socket;
    private readonly RtpSession? _rtp;
    private readonly byte[] _datagram = new byte[RtpHeader.FixedBytes + 7 * PacketView.Bytes];
    private int _count;

    /// <summary>Makes a sender.</summary>
    /// <param name="endPoint">The address or multicast group, and the port.</param>
    /// <param name="networkInterface">The address of the interface by which to send to an IPv4 group; the system chooses if null.</param>
    /// <param name="hops">How many routers a datagram to a group may pass (TTL), 0 to 255. Default 1: the local network.</param>
    /// <param name="isRtp">Whether each datagram is an RTP packet (RFC 2250, payload type 33). Default no.</param>
    /// <param name="time">The clock of RTP timestamps, which are of the time of sending; that of the system if null.</param>
    /// <exception cref="SocketException">The socket cannot be made.</exception>
    public TsUdpStream(IPEndPoint endPoint, IPAddress? networkInterface = null, int hops = 1, bool isRtp = false, TimeProvider? time = null)
    {
        _socket = UdpSockets.Sender(endPoint, networkInterface, hops);
        _rtp = isRtp ? new RtpSession(RtpHeader.TransportStream, time) : null;
    }

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var payload = _datagram.AsSpan(RtpHeader.FixedBytes);
            var count = Math.Min(buffer.Length, payload.Length - _count);
            buffer[..count].CopyTo(payload[_count..]);
            buffer = buffer[count..];
            _count += count;
            if (_count == payload.Length)
                Flush();
        }
    }

    /// <summary>Sends what does not fill a datagram.</summary>
    public override void Flush()
    {
        if (_count == 0)
            return;
        var datagram = _datagram.AsSpan(0, RtpHeader.FixedBytes + _count);
        _count = 0;
        if (_rtp is null)
            datagram = datagram[RtpHeader.FixedBytes..];
        else
            _rtp.WriteHeader(datagram);
        UdpSockets.Send(_socket, datagram);
    }

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
