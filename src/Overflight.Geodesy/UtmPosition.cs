namespace Overflight.Geodesy;

/// <summary>A place in the Universal Transverse Mercator grid.</summary>
/// <param name="Zone">1 to 60.</param>
/// <param name="IsNorth">Whether the northing counts from the equator northwards; else it has the false northing of the south.</param>
/// <param name="EastingMetres">With the false easting of 500,000 m.</param>
/// <param name="NorthingMetres">With the false northing of 10,000,000 m in the south.</param>
/// <param name="ConvergenceDegrees">The bearing of grid north, clockwise from true north, degrees.</param>
/// <param name="Scale">Length on the grid over length on the ellipsoid.</param>
public readonly record struct UtmPosition(int Zone, bool IsNorth, double EastingMetres, double NorthingMetres, double ConvergenceDegrees, double Scale);
