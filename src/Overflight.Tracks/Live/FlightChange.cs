namespace Overflight.Tracks.Live;

/// <summary>What a new fix changed about a flight that is being followed.</summary>
[Flags]
public enum FlightChange
{
    /// <summary>Nothing yet: a repeat, a fix on the ground, or one whose plausibility shows later.</summary>
    None = 0,

    /// <summary>The flight so far is over; fixes newly kept, if any, are of another.</summary>
    Ended = 1,

    /// <summary>A flight begins with the fixes newly kept.</summary>
    Began = 2,

    /// <summary>Fixes were newly kept.</summary>
    Kept = 4,

    /// <summary>What was kept so far is set aside: a longer and better borne out run of fixes contradicts it, and is what was newly kept.</summary>
    Restarted = 8,

    /// <summary>The speed bound has risen, so that earlier legs allow more than was thought.</summary>
    SpeedRaised = 16,

    /// <summary>Fixes that contradict the flight were set aside.</summary>
    SetAside = 32,
}
