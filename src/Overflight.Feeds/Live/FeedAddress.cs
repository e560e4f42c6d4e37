using System.Globalization;
using System.Net;

namespace Overflight.Feeds.Live;

/// <summary>Where a feed comes from, as a person writes it: <c>tcp://host:port</c>, <c>udp://[address]:port</c>, <c>http(s)://…</c>, or a file.</summary>
public sealed record FeedAddress
{
    private FeedAddress(FeedKind kind, string text, string host, int port) => (Kind, Text, Host, Port) = (kind, text, host, port);

    /// <summary>What kind of source it is.</summary>
    public FeedKind Kind { get; }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Host to connect to, or address to listen at; empty for files.</summary>
    public string Host { get; }

    /// <summary>Port, 0 for files.</summary>
    public int Port { get; }

    /// <summary>Whether it has no end.</summary>
    public bool IsLive => Kind != FeedKind.File;

    /// <summary>What to call it where it is shown: without what a URL may carry in secret (RFC 3986, 3.2.1 and 3.4).</summary>
    public string Shown => Kind == FeedKind.Http && Uri.TryCreate(Text, UriKind.Absolute, out var uri)
        ? uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped)
        : Text;

    /// <summary>Reads an address.</summary>
    /// <exception cref="FormatException">It names a scheme that is not known, or lacks a port.</exception>
    public static FeedAddress Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var end = text.IndexOf("://", StringComparison.Ordinal);
        if (end < 0)
            return new FeedAddress(FeedKind.File, text, "", 0);
        var scheme = text[..end].ToLowerInvariant();
        switch (scheme)
        {
            case "http" or "https":
                return Uri.TryCreate(text, UriKind.Absolute, out var uri)
                    ? new FeedAddress(FeedKind.Http, text, uri.Host, uri.Port)
                    : throw new FormatException($"{text}: not a URL");
            case "tcp" or "udp":
                var rest = text[(end + 3)..];
                var colon = rest.LastIndexOf(':');
                if (colon < 0 || !int.TryParse(rest[(colon + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > IPEndPoint.MaxPort)
                    throw new FormatException($"{text}: lacks a port from 1 to {IPEndPoint.MaxPort}, as in {scheme}://{(scheme == "tcp" ? "localhost" : "")}:30005");
                var host = rest[..colon].Trim('[', ']');
                if (scheme == "tcp" && host.Length == 0)
                    throw new FormatException($"{text}: lacks a host, as in tcp://localhost:{port}");
                if (scheme == "udp" && host.Length > 0 && !IPAddress.TryParse(host, out _))
                    throw new FormatException($"{text}: UDP listens at an address of this machine or of a multicast group, or at all: udp://:{port}");
                return new FeedAddress(scheme == "tcp" ? FeedKind.Tcp : FeedKind.Udp, text, host, port);
            default:
                throw new FormatException($"{text}: feeds are files, tcp://host:port, udp://:port, http:// or https:// addresses");
        }
    }
}
