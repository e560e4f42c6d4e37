namespace Overflight.Misb.Sight;

/// <summary>Where the height of the ground under the picture is taken from, where no terrain is given.</summary>
public enum GroundSource
{
    /// <summary>The stated height of the frame centre (tag 78, else 25).</summary>
    StatedCentre,

    /// <summary>Where the line of sight is at the stated slant range (tag 21).</summary>
    SlantRange,

    /// <summary>Mean sea level, as nothing is stated.</summary>
    SeaLevel,
}
