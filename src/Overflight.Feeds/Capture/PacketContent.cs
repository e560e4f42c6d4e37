namespace Overflight.Feeds.Capture;

/// <summary>What a captured packet turned out to hold.</summary>
internal enum PacketContent
{
    /// <summary>A UDP datagram, whole.</summary>
    Datagram,

    /// <summary>Something else: another protocol, a link layer that is not read.</summary>
    Other,

    /// <summary>A fragment of an IP packet; fragments are not put together.</summary>
    Fragment,

    /// <summary>Cut short by the capture, or with lengths that do not agree.</summary>
    Broken,
}
