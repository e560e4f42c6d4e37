namespace Overflight.Airspace.Nearest;

/// <summary>A boundary piece on the <see cref="LocalPlane"/> about its middle: the parabola through its ends and middle.</summary>
internal readonly struct LocalPiece
{
    private readonly LocalPoint _slope, _bend;

    public LocalPiece(in BoundaryPiece piece)
    {
        Plane = new LocalPlane(piece.At(0.5));
        var (start, end) = (Plane.Of(piece.Start), Plane.Of(piece.End));
        _slope = new LocalPoint(end.East - start.East, end.North - start.North);
        _bend = new LocalPoint(2 * (start.East + end.East), 2 * (start.North + end.North));
        HalfLengthMetres = Math.Max(Math.Sqrt(start.East * start.East + start.North * start.North), Math.Sqrt(end.East * end.East + end.North * end.North));
    }

    public LocalPlane Plane { get; }

    /// <summary>No place of the piece is farther from the plane's anchor, metres.</summary>
    public double HalfLengthMetres { get; }

    /// <summary>The place at a part of the way, 0 to 1.</summary>
    public LocalPoint At(double fraction)
    {
        var t = fraction - 0.5;
        return new LocalPoint(t * (_slope.East + t * _bend.East), t * (_slope.North + t * _bend.North));
    }

    /// <summary>The unit vector along the piece at a part of the way; north where the piece has no length.</summary>
    public LocalPoint Along(double fraction)
    {
        var t = 2 * (fraction - 0.5);
        var (east, north) = (_slope.East + t * _bend.East, _slope.North + t * _bend.North);
        var length = Math.Sqrt(east * east + north * north);
        return length > 0 ? new LocalPoint(east / length, north / length) : new LocalPoint(0, 1);
    }
}
