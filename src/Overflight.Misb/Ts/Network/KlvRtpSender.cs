using System.Net;
using System.Net.Sockets;

namespace Overflight.Misb.Ts;

/// <summary>Sends KLV in RTP by itself (RFC 6597) over UDP.</summary>
public sealed class KlvRtpSender : IDisposable
{
    private readonly Socket _socket;
    private readonly KlvRtpWriter _writer;

    /// <summary>Makes a sender.</summary>
    /// <param name="endPoint">The address or multicast group, and the port.</param>
    /// <param name="payloadType">The payload type that sender and receiver agreed upon, 96 to 127.</param>
    /// <param name="networkInterface">The address of the interface by which to send to an IPv4 group; the system chooses if null.</param>
    /// <param name="hops">How many routers a datagram to a group may pass (TTL), 0 to 255. Default 1: the local network.</param>
    /// <exception cref="SocketException">The socket cannot be made.</exception>
    public KlvRtpSender(IPEndPoint endPoint, int payloadType = 96, IPAddress? networkInterface = null, int hops = 1)
    {
        _socket = UdpSockets.Sender(endPoint, networkInterface, hops);
        _writer = new KlvRtpWriter(datagram => UdpSockets.Send(_socket, datagram), payloadType);
    }

    /// <summary>Sends a unit; see <see cref="KlvRtpWriter.Write"/>.</summary>
    public void Write(ReadOnlySpan<byte> unit, long ticks) => _writer.Write(unit, ticks);

    /// <summary>Closes the sender.</summary>
    public void Dispose() => _socket.Dispose();
}
