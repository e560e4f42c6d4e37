namespace Overflight.Misb.Sight;

/// <summary>How a line of sight ends.</summary>
public enum SightEnd
{
    /// <summary>It meets the ground.</summary>
    Ground,

    /// <summary>It passes over the horizon; the place is the horizon's, below the line.</summary>
    Horizon,

    /// <summary>Terrain is not known where it comes near the ground; the place is where that begins.</summary>
    Unknown,
}
