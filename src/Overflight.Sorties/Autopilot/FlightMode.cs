namespace Overflight.Sorties.Autopilot;

/// <summary>What the autopilot is doing.</summary>
public enum FlightMode
{
    /// <summary>On the ground.</summary>
    Ground,

    /// <summary>Taking off, to 150 m above the field.</summary>
    TakeOff,

    /// <summary>Flying its route.</summary>
    Route,

    /// <summary>Circling where it was, waiting.</summary>
    Hold,

    /// <summary>Circling a place that it was told.</summary>
    Orbit,

    /// <summary>Flying to a place that it was told.</summary>
    GoTo,

    /// <summary>Flying home.</summary>
    Return,

    /// <summary>Flying to another airfield.</summary>
    Divert,

    /// <summary>Without its link, by the lost-link procedure.</summary>
    LostLink,

    /// <summary>On the approach, or rolling out.</summary>
    Landing,

    /// <summary>Leaving an area that a hard fence closes, by the shortest way.</summary>
    LeavingFence,
}
