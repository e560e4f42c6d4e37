namespace Overflight.Geodesy;

/// <summary>The shortest path between two places on the ellipsoid.</summary>
/// <param name="DistanceMetres">Its length, 0 to about 20,003,931 m.</param>
/// <param name="InitialAzimuthDegrees">Azimuth of travel at the start, −180 to 180, clockwise from north.</param>
/// <param name="FinalAzimuthDegrees">Azimuth of travel at the end, −180 to 180.</param>
public readonly record struct GeodesicInverse(double DistanceMetres, double InitialAzimuthDegrees, double FinalAzimuthDegrees);
