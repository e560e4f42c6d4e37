namespace Overflight.Authority.Paths;

/// <summary>Where a path comes from.</summary>
public enum PathKind
{
    /// <summary>From a plan: the aircraft will be in the corridor.</summary>
    Planned,

    /// <summary>From a track: the aircraft was where its fixes and its speed allow.</summary>
    Flown,
}
