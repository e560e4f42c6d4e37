namespace Overflight.Sorties.Autopilot;

/// <summary>What an aircraft does when its link is back, unless it is already landing.</summary>
public enum LinkRegainedAction
{
    /// <summary>It goes on with what it did before.</summary>
    Resume,

    /// <summary>It circles and waits.</summary>
    Hold,

    /// <summary>It goes on with the lost-link procedure until it is told otherwise.</summary>
    Continue,
}
