using System.Net;
using System.Net.Sockets;

namespace Overflight.Misb.Ts;

/// <summary>Makes sockets of UDP, to one machine or a multicast group.</summary>
internal static class UdpSockets
{
    private const int LargestDatagram = 65_535;

    // Some seconds of video, for as long as reading is held up.
    private const int QueueBytes = 4 << 20;

    /// <summary>A socket that sends to an address.</summary>
    /// <exception cref="SocketException">The socket cannot be made.</exception>
    public static Socket Sender(IPEndPoint endPoint, IPAddress? networkInterface, int hops)
    {
        ArgumentNullException.ThrowIfNull(endPoint);
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)hops, 255u, nameof(hops));
        var socket = new Socket(endPoint.AddressFamily, SocketType.Dgram, ProtocolType.Udp);
        try
        {
            if (IsGroup(endPoint.Address) && endPoint.AddressFamily == AddressFamily.InterNetwork)
            {
                socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastTimeToLive, hops);
                if (networkInterface is not null)
                    socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.MulticastInterface, networkInterface.GetAddressBytes());
            }
            else if (IsGroup(endPoint.Address))
                socket.SetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.MulticastTimeToLive, hops);
            socket.Connect(endPoint);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>A socket that listens on an address, or in a group.</summary>
    /// <exception cref="SocketException">The address or port cannot be listened on, or the group not joined.</exception>
    public static Socket Receiver(IPEndPoint endPoint, IPAddress? networkInterface)
    {
        ArgumentNullException.ThrowIfNull(endPoint);
        var socket = new Socket(endPoint.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = QueueBytes };
        try
        {
            Bind(socket, endPoint, networkInterface);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends a datagram. That nobody listens yet is no error: a sender of datagrams goes on.</summary>
    public static void Send(Socket socket, ReadOnlySpan<byte> datagram)
    {
        try
        {
            socket.Send(datagram);
        }
        catch (SocketException e) when (e.SocketErrorCode == SocketError.ConnectionRefused)
        {
        }
    }

    /// <summary>Hands on datagrams until stopped; that closes the socket.</summary>
    public static void Receive(Socket socket, DatagramHandler onDatagram, CancellationToken stop)
    {
        var buffer = new byte[LargestDatagram];
        using var closing = stop.Register(socket.Dispose);
        try
        {
            while (!stop.IsCancellationRequested)
                onDatagram(buffer.AsSpan(0, socket.Receive(buffer)));
        }
        catch (Exception e) when (stop.IsCancellationRequested && e is SocketException or ObjectDisposedException)
        {
            // Closing the socket is how waiting for a datagram ends.
        }
    }

    private static bool IsGroup(IPAddress address) =>
        address.AddressFamily == AddressFamily.InterNetworkV6 ? address.IsIPv6Multicast : address.GetAddressBytes()[0] is >= 224 and <= 239;

    private static void Bind(Socket socket, IPEndPoint endPoint, IPAddress? networkInterface)
    {
        if (!IsGroup(endPoint.Address))
        {
            socket.Bind(endPoint);
            return;
        }
        // Several programs of one machine may listen to one group.
        socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        if (endPoint.AddressFamily == AddressFamily.InterNetwork)
        {
            socket.Bind(new IPEndPoint(IPAddress.Any, endPoint.Port));
            socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.AddMembership, new MulticastOption(endPoint.Address, networkInterface ?? IPAddress.Any));
            return;
        }
        socket.Bind(new IPEndPoint(IPAddress.IPv6Any, endPoint.Port));
        socket.SetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.AddMembership, new IPv6MulticastOption(endPoint.Address));
    }
}
