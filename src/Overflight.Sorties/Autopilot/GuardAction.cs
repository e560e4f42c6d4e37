namespace Overflight.Sorties.Autopilot;

/// <summary>What the guard of the fences says.</summary>
internal enum GuardAction
{
    /// <summary>Go on.</summary>
    None,

    /// <summary>Turn away now, by the path.</summary>
    Escape,

    /// <summary>No way out was found, as where there is no room for a circle: turn from the nearest edge as sharply as can be.</summary>
    TurnAway,

    /// <summary>On the wrong side: leave by the nearest edge.</summary>
    Leave,
}
