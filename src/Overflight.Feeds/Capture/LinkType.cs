namespace Overflight.Feeds.Capture;

/// <summary>The link-layer header types that are read (the numbers of the pcap format's LINKTYPE registry).</summary>
internal enum LinkType
{
    /// <summary>BSD loopback: the protocol family in four octets of either order.</summary>
    Null = 0,

    /// <summary>Ethernet.</summary>
    Ethernet = 1,

    /// <summary>Bare IP, as some systems number it.</summary>
    RawBsd = 12,

    /// <summary>Bare IP, as OpenBSD numbers it.</summary>
    RawOpenBsd = 14,

    /// <summary>Bare IP, version 4 or 6.</summary>
    Raw = 101,

    /// <summary>Linux "cooked" capture.</summary>
    LinuxCooked = 113,

    /// <summary>Bare IPv4.</summary>
    IPv4 = 228,

    /// <summary>Bare IPv6.</summary>
    IPv6 = 229,

    /// <summary>Linux "cooked" capture, version 2.</summary>
    LinuxCooked2 = 276,
}
