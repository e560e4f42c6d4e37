using System.Net.Sockets;
using Overflight.Cli.Running;
using Overflight.Cli.Video;
using Overflight.Misb.Ts;
using Overflight.Operations.Scenarios;
using Overflight.Scenery.Video;

namespace Overflight.Cli.Fly;

/// <summary>Where the pictures of aircraft's sensors go; closed when all are written.</summary>
internal sealed class FlyVideo(CancellationToken stop) : IDisposable
{
    private readonly List<Stream> _outputs = [];

    public void Dispose() => _outputs.ForEach(o => o.Dispose());

    /// <summary>Opens them: a file in a folder for each aircraft, or the network for the first of the scenario.</summary>
    public SensorVideo? Open(string target, string aircraft, Scenario scenario, bool isPaced)
    {
        if (NetworkAddress.Of(target) is { } address)
        {
            if (aircraft != scenario.Aircraft[0].Name)
                return null;
            try
            {
                return Into(new TsPacingStream(new TsUdpStream(address.EndPoint, address.Interface, isRtp: address.Scheme == NetworkAddress.Rtp), stop), aircraft, isPaced);
            }
            catch (SocketException error)
            {
                throw new UserError($"{target}: {error.Message}", ExitCode.InputUnreadable);
            }
        }
        Directory.CreateDirectory(target);
        var file = scenario.Aircraft.First(a => a.Name == aircraft);
        return Into(File.Create(Path.Combine(target, Overflight.Operations.Flying.Exercise.FileName(file) + ".ts")), aircraft, isPaced);
    }

    private SensorVideo Into(Stream output, string aircraft, bool isPaced)
    {
        _outputs.Add(output);
        return new(Options(aircraft, isPaced), [output]);
    }

    private static SensorVideoOptions Options(string aircraft, bool isPaced) => new() { MissionId = $"EXERCISE {aircraft}", DropsFrames = isPaced };
}
