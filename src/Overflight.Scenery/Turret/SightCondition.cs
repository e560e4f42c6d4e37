namespace Overflight.Scenery.Turret;

/// <summary>How it stands with what a turret was told to look at.</summary>
public enum SightCondition
{
    /// <summary>At rest, not looking.</summary>
    Stowed,

    /// <summary>The line of sight is on what was told, within a tenth of the field of view.</summary>
    OnTarget,

    /// <summary>On its way there.</summary>
    Slewing,

    /// <summary>It cannot be seen: the gimbal is at a stop. The line of sight is as near as the stop lets it.</summary>
    GimbalStop,

    /// <summary>It cannot be seen: the earth is between. The line of sight is on the ground or sea before it.</summary>
    BeyondHorizon,
}
