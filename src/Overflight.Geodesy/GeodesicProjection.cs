namespace Overflight.Geodesy;

/// <summary>The place of a geodesic segment nearest to a point.</summary>
/// <param name="Point">That place.</param>
/// <param name="DistanceMetres">Its distance from the point.</param>
/// <param name="AlongMetres">How far along the segment it lies: 0 at the start.</param>
public readonly record struct GeodesicProjection(GeoPoint Point, double DistanceMetres, double AlongMetres);
