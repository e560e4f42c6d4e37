using Overflight.Geodesy;

namespace Overflight.Airspace;

/// <summary>How far a place is from the nearest legal edge.</summary>
/// <param name="SignedMetres">Geodesic distance, positive inside, negative outside.</param>
/// <param name="Nearest">The nearest place on the boundary.</param>
/// <param name="Edge">The edge it lies on.</param>
public sealed record BoundaryDistance(double SignedMetres, GeoPoint Nearest, BoundaryEdge Edge);
