using Overflight.Geodesy;

namespace Overflight.Misb.Sight;

/// <summary>Ground of one height above the ellipsoid.</summary>
/// <param name="heightMetres">The height.</param>
public sealed class LevelGround(double heightMetres) : IGround
{
    // The plane through the eye and an edge cuts the ground at most s²/8R × cot(depression) beside the straight line.
    private const double PieceMetres = 1_000;
    private const int MostPieces = 32;

    /// <inheritdoc/>
    public double HorizonHeightMetres { get; } = heightMetres;

    /// <inheritdoc/>
    public GroundPoint? Meet((double X, double Y, double Z) origin, (double X, double Y, double Z) direction) =>
        IsAbove(origin) && Ellipsoid.RayIntersection(origin, direction, HorizonHeightMetres) is { } hit
            ? new GroundPoint(hit.Point, HorizonHeightMetres, hit.RangeMetres, SightEnd.Ground)
            : null;

    /// <inheritdoc/>
    public bool Covers(GeoPoint place, double heightMetres) => heightMetres < HorizonHeightMetres;

    /// <inheritdoc/>
    public int PiecesOf(double lengthMetres) => (int)Math.Clamp(Math.Ceiling(lengthMetres / PieceMetres), 1, MostPieces);

    // From below, a line would meet the far side of the earth.
    private bool IsAbove((double X, double Y, double Z) origin) => Ecef.ToGeodetic(origin.X, origin.Y, origin.Z).HeightMetres >= HorizonHeightMetres;
}
