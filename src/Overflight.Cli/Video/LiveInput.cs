using System.Net.Sockets;
using Overflight.Cli.Running;
using Overflight.Misb.Ts;

namespace Overflight.Cli.Video;

/// <summary>Listens to an address of the network.</summary>
internal static class LiveInput
{
    /// <summary>Listens until told to stop.</summary>
    /// <param name="path">The address as the user gave it.</param>
    /// <param name="address">The address.</param>
    /// <param name="read">Reads from the receiver until stopped.</param>
    public static void Listen(string path, NetworkAddress address, Action<TsUdpReceiver> read)
    {
        try
        {
            using var receiver = new TsUdpReceiver(address.EndPoint, address.Interface);
            read(receiver);
        }
        catch (SocketException error)
        {
            throw new UserError($"{path}: {error.Message}", ExitCode.InputUnreadable);
        }
    }
}
