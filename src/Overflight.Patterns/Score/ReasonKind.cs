namespace Overflight.Patterns.Score;

/// <summary>What a reason rests on.</summary>
public enum ReasonKind
{
    /// <summary>How the aircraft flew.</summary>
    Behaviour,

    /// <summary>How much of it was seen.</summary>
    Volume,

    /// <summary>Which Mode A code it sent.</summary>
    Squawk,

    /// <summary>Which type it is of.</summary>
    Type,
}
