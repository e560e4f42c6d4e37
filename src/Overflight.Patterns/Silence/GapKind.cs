namespace Overflight.Patterns.Silence;

/// <summary>Whether a silence is what one expects there and then.</summary>
public enum GapKind : byte
{
    /// <summary>Nobody else was there to tell by.</summary>
    CannotBeTold = 0,

    /// <summary>Others fell silent there as well.</summary>
    Expected,

    /// <summary>Others were heard there all the time.</summary>
    StandsOut,
}
