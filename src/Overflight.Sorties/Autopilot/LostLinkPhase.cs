namespace Overflight.Sorties.Autopilot;

/// <summary>How far the lost-link procedure is.</summary>
internal enum LostLinkPhase
{
    /// <summary>Circling where it was.</summary>
    Loiter,

    /// <summary>Circling and climbing.</summary>
    Climb,

    /// <summary>On the lost-link route.</summary>
    Route,

    /// <summary>On the way home.</summary>
    Return,
}
