namespace Overflight.Mavlink.Signing;

/// <summary>What was found of a frame's signature.</summary>
public enum SignatureVerdict
{
    /// <summary>True, and never seen before.</summary>
    Valid,
    /// <summary>There is none.</summary>
    Missing,
    /// <summary>The hash is not that of the key.</summary>
    Wrong,
    /// <summary>The timestamp is not later than the last one of this sender and link.</summary>
    Replayed,
    /// <summary>The first of its sender and link, and more than a minute behind.</summary>
    TooOld,
    /// <summary>True, but there are too many senders and links to keep watch over this one.</summary>
    TooManyStreams,
}
