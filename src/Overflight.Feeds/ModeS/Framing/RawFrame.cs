namespace Overflight.Feeds.ModeS;

/// <summary>One frame of a recording, before anything is made of its bits.</summary>
public readonly record struct RawFrame
{
    /// <summary>Which frame of the recording, from 0.</summary>
    public long Record { get; init; }

    /// <summary>Where it starts, plain bytes from the start of the input.</summary>
    public long Offset { get; init; }

    /// <summary>When it was received, microseconds since the Unix epoch, or since 1970 by a clock that has no date.</summary>
    public long TimeMicroseconds { get; init; }

    /// <summary>Whether the recording tells the time of this frame at all.</summary>
    public bool HasTime { get; init; }

    /// <summary>Signal level, 0 to 255 (the square root of the power, 255 full scale), −1 where not given.</summary>
    public short SignalLevel { get; init; }

    /// <summary>Where it comes from.</summary>
    public FrameOrigin Origin { get; init; }

    /// <summary>Its bits.</summary>
    public ModeSFrame Frame { get; init; }
}
