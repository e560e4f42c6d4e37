using Overflight.Mavlink.Signing;

namespace Overflight.Mavlink.Links;

/// <summary>How a link is to work.</summary>
public sealed record MavlinkLinkOptions
{
    /// <summary>Whether it signs, and what it lets through. To be chosen, never by default.</summary>
    public required LinkSigning Signing { get; init; }

    /// <summary>Whether frames of MAVLink 1 are read. They cannot be signed; none is ever sent.</summary>
    public bool AcceptVersion1 { get; init; } = true;

    /// <summary>Frames waiting to be sent at most; when they are so many, the oldest is dropped and counted.</summary>
    public int SendQueue { get; init; } = 1024;

    /// <summary>Tells the time.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;
}
