namespace Overflight.Misb.Sight;

/// <summary>What an error ellipse is from.</summary>
public enum ErrorSource
{
    /// <summary>Standard deviations that the packet states (MISB ST 1010), carried through the geometry.</summary>
    StatedDeviations,

    /// <summary>The error of the target's place that the packet states (tag 45).</summary>
    StatedTargetError,

    /// <summary>Nothing but the steps of the codes: a lower bound, not an accuracy.</summary>
    CodesOnly,
}
