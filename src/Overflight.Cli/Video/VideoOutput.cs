using System.Net.Sockets;
using Overflight.Cli.Running;
using Overflight.Misb.Ts;

namespace Overflight.Cli.Video;

/// <summary>Where a transport stream goes: a file that appears when it is whole, or an address of the network.</summary>
internal sealed class VideoOutput : IDisposable
{
    private readonly OutputTarget? _file;

    private VideoOutput(OutputTarget file) => (_file, Stream) = (file, file.Stream);

    private VideoOutput(Stream network) => Stream = network;

    public Stream Stream { get; }

    /// <summary>Opens an output.</summary>
    /// <param name="path">A path, or an address of the network.</param>
    /// <param name="isPaced">Whether what goes to the network is held to the pace of its clock; what comes from there has a pace already.</param>
    /// <param name="stop">Ends the sending.</param>
    public static VideoOutput Open(string path, bool isPaced, CancellationToken stop)
    {
        if (NetworkAddress.Of(path) is not { } address)
            return new(new OutputTarget(path));
        if (address.Scheme == NetworkAddress.KlvInRtp)
            throw new UserError($"{path}: a transport stream goes to udp:// or rtp://");
        try
        {
            var sender = new TsUdpStream(address.EndPoint, address.Interface, isRtp: address.Scheme == NetworkAddress.Rtp);
            return new(isPaced ? new TsPacingStream(sender, stop) : sender);
        }
        catch (SocketException error)
        {
            throw new UserError($"{path}: {error.Message}", ExitCode.InputUnreadable);
        }
    }

    /// <summary>Everything was written.</summary>
    public void Commit()
    {
        if (_file is not null)
            _file.Commit();
        else
            Stream.Flush();
    }

    public void Dispose()
    {
        _file?.Dispose();
        if (_file is null)
            Stream.Dispose();
    }
}
