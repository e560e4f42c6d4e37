namespace Overflight.Airspace.Watching;

/// <summary>What a watch has to tell.</summary>
public enum WatchAlertKind
{
    /// <summary>The aircraft is certainly inside, or its track begins there, or it has certainly passed through.</summary>
    Entered,

    /// <summary>It was inside and is certainly outside again.</summary>
    Left,

    /// <summary>It is so near, or was silent for so long, that entry cannot be ruled out.</summary>
    MayHaveEntered,

    /// <summary>On its present course and speed it reaches the boundary soon.</summary>
    Approaching,

    /// <summary>It is silent, and by now can have crossed the boundary.</summary>
    Silent,

    /// <summary>Near the boundary, its position became vague, or positions that contradict its flight were set aside.</summary>
    IntegrityLost,

    /// <summary>In or near the airspace it has begun to do something, and still does.</summary>
    Pattern,

    /// <summary>The flight is over; its verdict stands.</summary>
    FlightEnded,
}
