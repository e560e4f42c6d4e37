namespace Overflight.Feeds.Asterix;

/// <summary>What a record's time of day is the time of, worst first.</summary>
internal enum TimeRank : byte
{
    /// <summary>None is known.</summary>
    None,

    /// <summary>When the report was sent.</summary>
    Transmission,

    /// <summary>When the position was received.</summary>
    Reception,

    /// <summary>The same, with the high-precision fraction.</summary>
    PreciseReception,

    /// <summary>When the position held.</summary>
    Applicability,
}
