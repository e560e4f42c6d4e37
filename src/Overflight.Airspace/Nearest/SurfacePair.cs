namespace Overflight.Airspace.Nearest;

/// <summary>The two ends of a path, each ready for <see cref="PieceTree"/>.</summary>
internal readonly struct SurfacePair(SurfacePoint from, SurfacePoint to)
{
    public readonly WidePoint From = new(from);
    public readonly WidePoint To = new(to);
}
