namespace Overflight.Sorties.Autopilot;

/// <summary>Which side of a fence is the right one.</summary>
public enum FenceKind
{
    /// <summary>Inside.</summary>
    KeepIn,

    /// <summary>Outside.</summary>
    KeepOut,
}
