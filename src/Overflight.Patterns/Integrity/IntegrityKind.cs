namespace Overflight.Patterns.Integrity;

/// <summary>How positions betray that they are not where the aircraft was.</summary>
public enum IntegrityKind : byte
{
    /// <summary>A stretch that the aircraft can neither have flown to nor back from; nothing believable was received meanwhile.</summary>
    FalseTrack = 0,

    /// <summary>Two tracks at once under one address, too far apart to be one aircraft.</summary>
    TwoAtOnce,

    /// <summary>The position stands still while the aircraft says that it flies.</summary>
    Frozen,

    /// <summary>The positions move otherwise than the speed and the track that were sent with them.</summary>
    Contradiction,

    /// <summary>Circles tighter than any such aircraft can turn at that speed.</summary>
    ImpossibleCircle,

    /// <summary>Geometric and pressure altitude part: a satellite receiver that is led astray loses its height as well.</summary>
    AltitudesPart,

    /// <summary>Receivers on the ground place it elsewhere than it says itself.</summary>
    MlatDisagrees,

    /// <summary>The aircraft itself says that its position can no longer be relied on, after it could.</summary>
    IntegrityLost,
}
