using Overflight.Geodesy;
using Overflight.Tracks;

namespace Overflight.Feeds.ModeS;

/// <summary>How Mode S recordings are decoded.</summary>
public sealed record ModeSOptions
{
    /// <summary>
    /// The time of the first frame, for recordings whose clock has no date; of a GPS clock, which has a time of day, only the day
    /// is taken.
    /// </summary>
    public UtcInstant? Start { get; init; }

    /// <summary>What the clock bytes of Beast records count.</summary>
    public BeastClockKind Clock { get; init; }

    /// <summary>
    /// Airports that traffic on the ground may be at. Codes of aircraft that never gave a place of their own, nor another code to pair with, are
    /// placed within 5 NM of one of them.
    /// </summary>
    public IReadOnlyList<GeoPoint> References { get; init; } = [];

    /// <summary>Whether one wrong bit is put right in squitters and all-call replies of addresses heard lately.</summary>
    public bool CorrectsOneBit { get; init; }
}
