using Overflight.Geodesy;
using Overflight.Geodesy.Terrain;

namespace Overflight.Misb.Sight;

/// <summary>Ground as a terrain model has it.</summary>
/// <param name="terrain">The model.</param>
public sealed class TerrainGround(TerrainFolder terrain) : IGround
{
    // Edges of pictures bend over terrain; this is about the spacing of its samples.
    private const double PieceMetres = 60;
    private const int FewestPieces = 8;
    private const int MostPieces = 64;

    /// <summary>The sea: where terrain hides the horizon, lines of sight end on terrain.</summary>
    public double HorizonHeightMetres => 0;

    /// <inheritdoc/>
    public GroundPoint? Meet((double X, double Y, double Z) origin, (double X, double Y, double Z) direction)
    {
        var end = TerrainRay.Trace(terrain, origin, direction);
        return end.Outcome switch
        {
            TerrainRayOutcome.Met when !end.IsFromBelow => new GroundPoint(end.Place, end.HeightMetres, end.RangeMetres, SightEnd.Ground),
            TerrainRayOutcome.Unknown => new GroundPoint(end.Place, end.HeightMetres, end.RangeMetres, SightEnd.Unknown),
            _ => null,
        };
    }

    /// <inheritdoc/>
    public bool Covers(GeoPoint place, double heightMetres) => terrain.HeightMetres(place) + SeaLevel.At(place) > heightMetres;

    /// <inheritdoc/>
    public int PiecesOf(double lengthMetres) => (int)Math.Clamp(Math.Ceiling(lengthMetres / PieceMetres), FewestPieces, MostPieces);
}
