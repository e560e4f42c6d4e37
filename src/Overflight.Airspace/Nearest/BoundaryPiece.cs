using Overflight.Geodesy;

namespace Overflight.Airspace.Nearest;

/// <summary>Part of one edge, short enough to stand for its curve.</summary>
/// <param name="Edge">The edge's number in its set.</param>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends; between them longitude and latitude run evenly.</param>
/// <param name="UncertaintyMetres">How far the true line may lie from the edge.</param>
/// <param name="SagMetres">How far the curve may lie from the straight line in space.</param>
internal readonly record struct BoundaryPiece(int Edge, GeoPoint Start, GeoPoint End, float UncertaintyMetres, float SagMetres)
{
    /// <summary>The place at a part of the way, 0 to 1.</summary>
    public GeoPoint At(double fraction) => new(
        Start.LatitudeDegrees + (End.LatitudeDegrees - Start.LatitudeDegrees) * fraction,
        Start.LongitudeDegrees + (End.LongitudeDegrees - Start.LongitudeDegrees) * fraction);
}
