namespace Overflight.Geodesy;

/// <summary>A place on the plane of a <see cref="TransverseMercator"/> projection.</summary>
/// <param name="EastMetres">East of the central meridian, metres.</param>
/// <param name="NorthMetres">North of the equator, metres.</param>
/// <param name="ConvergenceDegrees">Grid convergence: the bearing of grid north, clockwise from true north, degrees. True azimuth = grid azimuth + this.</param>
/// <param name="Scale">Length on the plane over length on the ellipsoid.</param>
public readonly record struct TransverseMercatorPoint(double EastMetres, double NorthMetres, double ConvergenceDegrees, double Scale);
