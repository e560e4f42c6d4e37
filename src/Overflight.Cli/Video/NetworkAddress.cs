using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Overflight.Cli.Running;

namespace Overflight.Cli.Video;

/// <summary>An address of a stream on the network: <c>udp://HOST:PORT</c>, <c>rtp://HOST:PORT</c> or <c>rtp+klv://HOST:PORT</c>; a multicast group may be joined on an interface by <c>GROUP@INTERFACE:PORT</c>.</summary>
/// <param name="Scheme">udp, rtp or rtp+klv.</param>
/// <param name="EndPoint">The host or group, and the port.</param>
/// <param name="Interface">The address of the interface; the system chooses if null.</param>
internal sealed record NetworkAddress(string Scheme, IPEndPoint EndPoint, IPAddress? Interface)
{
    public const string Udp = "udp";
    public const string Rtp = "rtp";
    public const string KlvInRtp = "rtp+klv";

    private static readonly string[] s_schemes = [Udp, Rtp, KlvInRtp];

    /// <summary>Whether a path is such an address.</summary>
    public static bool IsOne(string text) => s_schemes.Any(s => text.StartsWith(s + "://", StringComparison.OrdinalIgnoreCase));

    /// <summary>Reads an address; null where the text is a path.</summary>
    /// <exception cref="UserError">It is an address, but not one that can be used.</exception>
    public static NetworkAddress? Of(string text)
    {
        if (!IsOne(text))
            return null;
        var scheme = text[..text.IndexOf(':', StringComparison.Ordinal)].ToLowerInvariant();
        var rest = text[(scheme.Length + 3)..].TrimEnd('/');
        var colon = rest.LastIndexOf(':');
        if (colon < 0 || !int.TryParse(rest[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > ushort.MaxValue)
            throw new UserError($"{text}: give a port from 1 to 65535, as in {scheme}://127.0.0.1:5000");
        var at = rest.IndexOf('@', StringComparison.Ordinal);
        var host = rest[(at + 1)..colon].Trim('[', ']');
        var group = at > 0 ? rest[..at].Trim('[', ']') : host;
        var address = group.Length == 0 ? IPAddress.Any : Resolve(text, group);
        return new(scheme, new IPEndPoint(address, port), at > 0 && host.Length > 0 ? Resolve(text, host) : null);
    }

    private static IPAddress Resolve(string text, string host)
    {
        if (IPAddress.TryParse(host, out var address))
            return address;
        try
        {
            var found = Dns.GetHostAddresses(host);
            return found.FirstOrDefault(a => a.AddressFamily == AddressFamily.InterNetwork) ?? found[0];
        }
        catch (SocketException error)
        {
            throw new UserError($"{text}: {host}: {error.Message}", ExitCode.InputUnreadable);
        }
    }
}
