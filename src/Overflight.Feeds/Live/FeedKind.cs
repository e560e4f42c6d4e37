namespace Overflight.Feeds.Live;

/// <summary>Kinds of sources.</summary>
public enum FeedKind
{
    /// <summary>A file, a folder's file or standard input: it ends.</summary>
    File,

    /// <summary>A TCP connection to a receiver or a relay; made again when it breaks.</summary>
    Tcp,

    /// <summary>Datagrams that come to a port of this machine.</summary>
    Udp,

    /// <summary>A document fetched again and again.</summary>
    Http,
}
