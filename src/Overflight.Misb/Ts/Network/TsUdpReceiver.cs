using System.Net;
using System.Net.Sockets;

namespace Overflight.Misb.Ts;

/// <summary>Receives a transport stream over UDP, sent to this machine or to a multicast group, bare or in RTP.</summary>
public sealed class TsUdpReceiver : IDisposable
{
    private const int LargestDatagram = 65_535;

    // Some seconds of video, for as long as reading is held up.
    private const int QueueBytes = 4 << 20;

    private readonly Socket _socket;

    /// <summary>Begins to listen; what comes from now on waits to be read, within a bound of the operating system.</summary>
    /// <param name="endPoint">The port, with the address to listen on or the multicast group to join. Port 0 takes any that is free.</param>
    /// <param name="networkInterface">The address of the interface on which to join an IPv4 group; the system chooses if null.</param>
    /// <exception cref="SocketException">The address or port cannot be listened on, or the group not joined.</exception>
    public TsUdpReceiver(IPEndPoint endPoint, IPAddress? networkInterface = null)
    {
        ArgumentNullException.ThrowIfNull(endPoint);
        _socket = new Socket(endPoint.AddressFamily, SocketType.Dgram, ProtocolType.Udp) { ReceiveBufferSize = QueueBytes };
        try
        {
            Bind(endPoint, networkInterface);
        }
        catch
        {
            _socket.Dispose();
            throw;
        }
    }

    /// <summary>The port that is listened on.</summary>
    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    /// <summary>Reads until stopped, then completes the stream.</summary>
    /// <param name="demuxer">Takes the stream.</param>
    /// <param name="stop">Ends the reading, and closes the receiver.</param>
    /// <exception cref="SocketException">The network failed; the stream was completed.</exception>
    public void Read(TsDemuxer demuxer, CancellationToken stop)
    {
        var reader = new TsDatagramReader(demuxer);
        var buffer = new byte[LargestDatagram];
        using var closing = stop.Register(_socket.Dispose);
        try
        {
            while (!stop.IsCancellationRequested)
                reader.Write(buffer.AsSpan(0, _socket.Receive(buffer)));
        }
        catch (Exception e) when (stop.IsCancellationRequested && e is SocketException or ObjectDisposedException)
        {
            // Closing the socket is how waiting for a datagram ends.
        }
        finally
        {
            demuxer.Complete();
        }
    }

    /// <summary>Closes the receiver.</summary>
    public void Dispose() => _socket.Dispose();

    private void Bind(IPEndPoint endPoint, IPAddress? networkInterface)
    {
        if (!TsUdpStream.IsGroup(endPoint.Address))
        {
            _socket.Bind(endPoint);
            return;
        }
        // Several programs of one machine may listen to one group.
        _socket.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        if (endPoint.AddressFamily == AddressFamily.InterNetwork)
        {
            _socket.Bind(new IPEndPoint(IPAddress.Any, endPoint.Port));
            _socket.SetSocketOption(SocketOptionLevel.IP, SocketOptionName.AddMembership, new MulticastOption(endPoint.Address, networkInterface ?? IPAddress.Any));
            return;
        }
        _socket.Bind(new IPEndPoint(IPAddress.IPv6Any, endPoint.Port));
        _socket.SetSocketOption(SocketOptionLevel.IPv6, SocketOptionName.AddMembership, new IPv6MulticastOption(endPoint.Address));
    }
}
