namespace Overflight.Geodesy;

/// <summary>Where a geodesic of given start, azimuth and length ends.</summary>
/// <param name="Point">The end, longitude in [−180, 180).</param>
/// <param name="FinalAzimuthDegrees">Azimuth of travel at the end, −180 to 180, clockwise from north.</param>
public readonly record struct GeodesicDirect(GeoPoint Point, double FinalAzimuthDegrees);
