using System.Net;
using System.Net.Sockets;

namespace Overflight.Misb.Ts;

/// <summary>Receives a transport stream, or KLV in RTP, over UDP, sent to this machine or to a multicast group. Transport streams may be bare or in RTP.</summary>
public sealed class TsUdpReceiver : IDisposable
{
    private readonly Socket _socket;

    /// <summary>Begins to listen; what comes from now on waits to be read, within a bound of the operating system.</summary>
    /// <param name="endPoint">The port, with the address to listen on or the multicast group to join. Port 0 takes any that is free.</param>
    /// <param name="networkInterface">The address of the interface on which to join an IPv4 group; the system chooses if null.</param>
    /// <exception cref="SocketException">The address or port cannot be listened on, or the group not joined.</exception>
    public TsUdpReceiver(IPEndPoint endPoint, IPAddress? networkInterface = null) => _socket = UdpSockets.Receiver(endPoint, networkInterface);

    /// <summary>The port that is listened on.</summary>
    public int Port => ((IPEndPoint)_socket.LocalEndPoint!).Port;

    /// <summary>Reads until stopped, then completes the stream.</summary>
    /// <param name="demuxer">Takes the stream.</param>
    /// <param name="stop">Ends the reading, and closes the receiver.</param>
    /// <exception cref="SocketException">The network failed; the stream was completed.</exception>
    public void Read(TsDemuxer demuxer, CancellationToken stop)
    {
        var reader = new TsDatagramReader(demuxer);
        try
        {
            UdpSockets.Receive(_socket, reader.Write, stop);
        }
        finally
        {
            demuxer.Complete();
        }
    }

    /// <summary>Copies until stopped, then completes the stream.</summary>
    /// <param name="remuxer">Takes the stream.</param>
    /// <param name="stop">Ends the reading, and closes the receiver.</param>
    /// <exception cref="SocketException">The network failed; the stream was completed.</exception>
    public void Read(TsRemuxer remuxer, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(remuxer);
        Read(remuxer.Demuxer, stop);
    }

    /// <summary>Reads KLV in RTP until stopped, then completes the reader.</summary>
    /// <param name="reader">Takes the packets.</param>
    /// <param name="stop">Ends the reading, and closes the receiver.</param>
    /// <exception cref="SocketException">The network failed; the reader was completed.</exception>
    public void Read(KlvRtpReader reader, CancellationToken stop)
    {
        ArgumentNullException.ThrowIfNull(reader);
        try
        {
            UdpSockets.Receive(_socket, reader.Write, stop);
        }
        finally
        {
            reader.Complete();
        }
    }

    /// <summary>Closes the receiver.</summary>
    public void Dispose() => _socket.Dispose();
}
