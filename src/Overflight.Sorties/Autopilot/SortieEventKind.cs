namespace Overflight.Sorties.Autopilot;

/// <summary>What happened.</summary>
public enum SortieEventKind
{
    /// <summary>The mode changed; the detail says why.</summary>
    ModeChanged,

    /// <summary>A command was taken.</summary>
    CommandAccepted,

    /// <summary>A command was refused; the detail says why.</summary>
    CommandRefused,

    /// <summary>It left the ground.</summary>
    TookOff,

    /// <summary>A waypoint was passed.</summary>
    WaypointPassed,

    /// <summary>Another leg ended.</summary>
    LegEnded,

    /// <summary>The route ended.</summary>
    RouteEnded,

    /// <summary>The way ahead crosses a soft fence.</summary>
    FenceSoftAhead,

    /// <summary>A soft fence was crossed to its wrong side.</summary>
    FenceSoftCrossed,

    /// <summary>Back on the right side of a soft fence.</summary>
    FenceSoftCleared,

    /// <summary>It turned away so as not to cross a hard fence.</summary>
    FenceHardAvoided,

    /// <summary>It is on the wrong side of a hard fence: crossed, or the fence changed about it.</summary>
    FenceHardInside,

    /// <summary>Back on the right side of a hard fence.</summary>
    FenceHardCleared,

    /// <summary>The fences were replaced in flight.</summary>
    FencesChanged,

    /// <summary>An altitude that was asked was kept back by a fence or a limit.</summary>
    AltitudeHeldBack,

    /// <summary>The control link was lost.</summary>
    LinkLost,

    /// <summary>The control link is back.</summary>
    LinkRegained,

    /// <summary>The next phase of the lost-link procedure began.</summary>
    LostLinkPhase,

    /// <summary>Fuel left is what it takes to the named airfield with the reserve.</summary>
    FuelBingo,

    /// <summary>From here on home cannot be reached with the reserve.</summary>
    PointOfNoReturn,

    /// <summary>It goes to another airfield.</summary>
    Diversion,

    /// <summary>The tanks are empty.</summary>
    FuelExhausted,

    /// <summary>It landed at the named airfield.</summary>
    Landed,

    /// <summary>It came to the ground away from an airfield.</summary>
    GroundContact,

    /// <summary>Control was offered to another station.</summary>
    ControlOffered,

    /// <summary>Control passed to another station.</summary>
    ControlPassed,

    /// <summary>An offer was declined or not answered in time.</summary>
    ControlOfferEnded,
}
