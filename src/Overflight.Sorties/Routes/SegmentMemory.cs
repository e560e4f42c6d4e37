namespace Overflight.Sorties.Routes;

/// <summary>What a follower remembers of the segment that it is on.</summary>
internal struct SegmentMemory
{
    /// <summary>Whether the rest has been set.</summary>
    public bool IsBegun { get; set; }

    /// <summary>Metres along a straight, or radians swept of an arc.</summary>
    public double Along { get; set; }

    /// <summary>Azimuth from an arc's centre, degrees.</summary>
    public double Azimuth { get; set; }
}
