namespace Overflight.Patterns.Reach;

/// <summary>Where the heights of a flight's eyes come from.</summary>
[Flags]
public enum AltitudeOrigin
{
    /// <summary>No altitude is known: nothing is claimed.</summary>
    None = 0,

    /// <summary>Geometric altitude.</summary>
    Geometric = 1,

    /// <summary>Pressure altitude, which departs from height with the weather.</summary>
    Barometric = 2,
}
