namespace Overflight.Misb.Sight;

/// <summary>What of a picture lies on the ground.</summary>
public enum FootprintKind
{
    /// <summary>All of it.</summary>
    Whole,

    /// <summary>The part below the horizon.</summary>
    CutByHorizon,

    /// <summary>Nothing: the picture is of the sky.</summary>
    Sky,

    /// <summary>Only the line of sight is known: a field of view is not stated.</summary>
    AxisOnly,

    /// <summary>Nothing: the camera is below the ground, so heights contradict one another.</summary>
    BelowGround,

    /// <summary>Nothing: place or direction is not stated.</summary>
    NoPose,
}
