namespace Overflight.Geodesy;

/// <summary>The geometric horizon of an eye in one direction; refraction is not counted.</summary>
/// <param name="Point">Where the line of sight touches the ellipsoid.</param>
/// <param name="SlantMetres">Straight from the eye to there.</param>
/// <param name="SurfaceMetres">Along the geodesic from the place below the eye to there.</param>
/// <param name="DepressionDegrees">Angle of the line of sight below the horizontal of the eye.</param>
public readonly record struct Horizon(GeoPoint Point, double SlantMetres, double SurfaceMetres, double DepressionDegrees);
