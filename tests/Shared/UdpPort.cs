using System.Net.NetworkInformation;

namespace Overflight.Testing;

/// <summary>Ports for programs that must be told one.</summary>
internal static class UdpPort
{
    // Below those that systems give to sockets that ask for any: nobody is given one between its choice here and its use.
    // Even ones, since who listens to RTP may take the next one too (RFC 3550, section 11).
    private const int First = 20_000;
    private const int Count = 5_000;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(60);
    private static int s_next = Environment.ProcessId * 97 % Count;

    /// <summary>A port that nobody listens on, another one each time.</summary>
    public static int Free()
    {
        while (true)
        {
            var port = First + 2 * ((Interlocked.Increment(ref s_next) & int.MaxValue) % Count);
            if (!IsTaken(port))
                return port;
        }
    }

    /// <summary>Waits until somebody listens. It looks, and does not try the port: who tries it has it for a moment, and may be in the way.</summary>
    public static void AwaitListener(int port) =>
        Assert.True(SpinWait.SpinUntil(() => IsTaken(port), s_patience), "nobody listens");

    private static bool IsTaken(int port) => IPGlobalProperties.GetIPGlobalProperties().GetActiveUdpListeners().Any(l => l.Port == port);
}
