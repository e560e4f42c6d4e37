namespace Overflight.Mavlink.Framing;

/// <summary>What was found in a run of bytes. Counts only rise.</summary>
public sealed class FrameCounts
{
    /// <summary>Bytes read.</summary>
    public long Bytes { get; internal set; }

    /// <summary>Frames found whole and right.</summary>
    public long Frames { get; internal set; }

    /// <summary>Frames of MAVLink 1 among them, or refused because they are.</summary>
    public long Version1 { get; internal set; }

    /// <summary>Places that began like a frame of a known message, but whose check value is wrong.</summary>
    public long BadChecksum { get; internal set; }

    /// <summary>Frames of messages that are not in the table; their check value cannot be known.</summary>
    public long UnknownMessage { get; internal set; }

    /// <summary>Frames with incompatibility flags that are not known; the specification has them dropped.</summary>
    public long Incompatible { get; internal set; }

    /// <summary>Bytes that belong to no frame.</summary>
    public long Junk { get; internal set; }
}
