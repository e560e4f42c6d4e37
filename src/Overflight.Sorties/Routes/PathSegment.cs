using Overflight.Geodesy;

namespace Overflight.Sorties.Routes;

/// <summary>A piece of a path. Immutable; what the follower remembers of it is passed in.</summary>
internal abstract class PathSegment
{
    /// <summary>Whether the turn onto the next segment begins before the end.</summary>
    public virtual bool FlyBy => false;

    /// <summary>Course at its start, degrees; NaN where any will do.</summary>
    public abstract double StartCourseDegrees { get; }

    /// <summary>Length; infinite where it has no end.</summary>
    public abstract double LengthMetres { get; }

    /// <summary>How a place lies to it.</summary>
    /// <param name="place">The place.</param>
    /// <param name="memory">What this returned last; default at the start.</param>
    public abstract Guidance Guide(GeoPoint place, ref SegmentMemory memory);
}
