using System.Net.Sockets;
using Overflight.Cli.Running;
using Overflight.Cli.Video;
using Overflight.Misb.Ts;
using Overflight.Operations.Scenarios;
using Overflight.Scenery.Video;

namespace Overflight.Cli.Fly;

/// <summary>Where the pictures of an aircraft's sensor go.</summary>
internal static class FlyVideo
{
    /// <summary>Opens them: a file in a folder for each aircraft, or the network for the first of the scenario.</summary>
    public static SensorVideo? Open(string target, string aircraft, Scenario scenario, bool isPaced)
    {
        if (NetworkAddress.Of(target) is { } address)
        {
            if (aircraft != scenario.Aircraft[0].Name)
                return null;
            try
            {
                return new(Options(aircraft, isPaced), [new TsUdpStream(address.EndPoint, address.Interface, isRtp: address.Scheme == NetworkAddress.Rtp)]);
            }
            catch (SocketException error)
            {
                throw new UserError($"{target}: {error.Message}", ExitCode.InputUnreadable);
            }
        }
        Directory.CreateDirectory(target);
        var file = scenario.Aircraft.First(a => a.Name == aircraft);
        return new(Options(aircraft, isPaced), [File.Create(Path.Combine(target, Overflight.Operations.Flying.Exercise.FileName(file) + ".ts"))]);
    }

    private static SensorVideoOptions Options(string aircraft, bool isPaced) => new() { MissionId = $"EXERCISE {aircraft}", DropsFrames = isPaced };
}
