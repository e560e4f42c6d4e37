using Overflight.Feeds.Asterix;
using Overflight.Tracks;

namespace Overflight.Feeds;

/// <summary>How <see cref="TrackFile"/> reads.</summary>
public sealed record ReadOptions
{
    /// <summary>Whether to compute the SHA-256 of the bytes as they lie in the file (compressed, where they are).</summary>
    public bool ComputeHash { get; init; } = true;

    /// <summary>
    /// How many fixes may wait in memory for the end of the file. Over that, the tracks of the aircraft
    /// longest unheard are handed on early, and the report says so.
    /// </summary>
    public int MaximumBufferedFixes { get; init; } = 20_000_000;

    /// <summary>
    /// When given, takes every fix as soon as it is read, in the order of the input, and no tracks are collected:
    /// for sources that have no end.
    /// </summary>
    public FixSink? EachFix { get; init; }

    /// <summary>
    /// Whether <see cref="EachFix"/> takes fixes out of order as well: positions of raw messages that are only found when later ones
    /// have told where their aircraft was.
    /// </summary>
    public bool TakesLateFixes { get; init; }

    /// <summary>How many bytes to wait for before the format is told from all that came; few for sources that are slow and have no end.</summary>
    public int RecogniseFrom { get; init; } = 1 << 16;

    /// <summary>When given, messages whose own clock has no date are of the time at which they are read: for sources that are read as they come.</summary>
    public TimeProvider? ArrivalClock { get; init; }

    /// <summary>When given, fixes of other aircraft are passed over.</summary>
    public AircraftAddress? OnlyAddress { get; init; }

    /// <summary>How recordings of Mode S messages are decoded.</summary>
    public ModeS.ModeSOptions ModeS { get; init; } = new();

    /// <summary>The UTC date of the first report, for recordings that hold times of day only (ASTERIX without packet times).</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Which layout ASTERIX category 021 has; told from the data unless set.</summary>
    public Cat021Edition Cat021Edition { get; init; }

    /// <summary>Where radars stand that report ranges and bearings (ASTERIX category 048).</summary>
    public IReadOnlyList<RadarSite> RadarSites { get; init; } = [];

    /// <summary>How far the clock of SBS/BaseStation lines is ahead of UTC; the format does not say, and UTC is taken unless set.</summary>
    public TimeSpan SbsClockOffset { get; init; }
}
