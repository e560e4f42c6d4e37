using Overflight.Geodesy;

namespace Overflight.Airspace;

/// <summary>One boundary edge as evidence.</summary>
/// <param name="Source">Name of the boundary set.</param>
/// <param name="Number">The edge's number in that set.</param>
/// <param name="Start">One end.</param>
/// <param name="End">The other end.</param>
/// <param name="Kind">What the edge is.</param>
/// <param name="Reading">Which curve joins the ends.</param>
/// <param name="UncertaintyMetres">How far the true line may lie from it, 95 %.</param>
/// <param name="Claims">The claims that begin or end at it.</param>
public sealed record BoundaryEdge(
    string Source, int Number, GeoPoint Start, GeoPoint End, EdgeKind Kind, EdgeReading Reading, double UncertaintyMetres, IReadOnlyList<string> Claims);
