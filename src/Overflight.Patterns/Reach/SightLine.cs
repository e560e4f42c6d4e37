namespace Overflight.Patterns.Reach;

/// <summary>How a line of sight bends.</summary>
public enum SightLine
{
    /// <summary>Straight: no refraction.</summary>
    Geometric,

    /// <summary>Light in mean air: the earth looks 7/6 as large.</summary>
    Optical,

    /// <summary>Radio in the standard atmosphere: the earth looks 4/3 as large (ITU-R P.310).</summary>
    Radar,
}
