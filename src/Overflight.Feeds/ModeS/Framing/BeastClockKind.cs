namespace Overflight.Feeds.ModeS;

/// <summary>What the six clock bytes of a Beast record count.</summary>
public enum BeastClockKind
{
    /// <summary>To be told from the recording's first records.</summary>
    Detect,

    /// <summary>Ticks of 12 MHz since the receiver was switched on.</summary>
    TwelveMegahertz,

    /// <summary>18 bits of seconds since midnight UTC, 30 bits of nanoseconds (Radarcape and others with GPS).</summary>
    Gps,
}
